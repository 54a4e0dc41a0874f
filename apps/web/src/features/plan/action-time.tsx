import type { ActionView } from "@hp/contracts";
import { TimelineBar } from "@hp/ui";
import { type PlanKit, timeText } from "./plan-kit.ts";

const monthsOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The years that a plan's bars span: whole years, at least one. Null when no action has a day. */
export interface PlanSpan {
  readonly from: number;
  readonly to: number;
  readonly years: readonly string[];
}

/** The whole years from the first to the last day in the plan; more than five are not drawn apart. */
export function planSpan(actions: readonly ActionView[]): PlanSpan | null {
  const days = actions.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn].filter((day) => day !== null));
  if (days.length === 0) return null;
  const years = days.map((day) => Number(day.slice(0, 4)));
  const first = Math.min(...years);
  const last = Math.max(...years);
  const all = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  return { from: first * 12, to: (last + 1) * 12, years: all.length > 5 ? [String(first), String(last)] : all };
}

/** When an action is, as a bar with its words. */
export function ActionTime({ action, span, kit }: { readonly action: ActionView; readonly span: PlanSpan | null; readonly kit: PlanKit }) {
  const words = timeText(action, kit);
  const { startsOn, endsOn } = action;
  if (span === null || (startsOn === null && endsOn === null)) return <span className="muted">{words}</span>;
  const from = monthsOf(startsOn ?? endsOn ?? "");
  const to = endsOn === null ? from + 1 : monthsOf(endsOn) + 1;
  const marks = Array.from({ length: Math.max((span.to - span.from) / 12 - 1, 0) }, (_, index) => span.from + (index + 1) * 12);
  return (
    <TimelineBar span={[span.from, span.to]} planned={[from, to]} marks={marks}>
      {words}
    </TimelineBar>
  );
}
