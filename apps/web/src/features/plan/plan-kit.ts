import type { ActionView, PlaceHead } from "@hp/contracts";
import type { ReaderLocale, Say } from "../place/kit.ts";
import type { ReaderFormat } from "../place/reader-format.ts";

/** What the sections of the plan share. */
export interface PlanKit {
  readonly head: PlaceHead;
  readonly t: Say;
  readonly format: ReaderFormat;
  readonly locale: ReaderLocale;
  readonly mayEdit: boolean;
}

/** When an action is: from, to, both or not yet. */
export function timeText(
  { startsOn, endsOn }: Pick<ActionView, "startsOn" | "endsOn">,
  { t, format }: Pick<PlanKit, "t" | "format">,
): string {
  if (startsOn !== null && endsOn !== null) return t("time.both", { from: format.month(startsOn), to: format.month(endsOn) });
  if (startsOn !== null) return t("time.from", { from: format.month(startsOn) });
  return endsOn === null ? t("time.none") : t("time.to", { to: format.month(endsOn) });
}

/** An amount, or that it is not known: unknown is never nought. */
export const amountText = (value: number | null, { t, format }: Pick<PlanKit, "t" | "format">) =>
  value === null ? t("unknown") : format.number(value, 0);

/** What an action still lacks before the plan can be decided on. Nothing for one that has stopped. */
export function lacking(action: ActionView): ("startsOn" | "responsibleName" | "municipalityCostSek" | "industryCostSek")[] {
  if (action.status === "stopped") return [];
  return (["responsibleName", "startsOn", "municipalityCostSek", "industryCostSek"] as const).filter(
    (field) => action[field] === null || action[field] === "",
  );
}
