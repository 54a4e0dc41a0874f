import type { ActivityRow } from "@hp/contracts";
import type { Instrument } from "@hp/domain";
import type { Locale } from "../services.ts";

interface TrailEvent {
  readonly at: Date;
  readonly actorId: string | null;
  readonly action: string;
  readonly target: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Events that say something to a reader; the others stay in the trail. */
const told = [
  "place.create",
  "members.accept",
  "profile.edit",
  "assessment.start",
  "assessment.submit",
  "assessment.declareReady",
  "assessment.agreeToOpen",
  "assessment.open",
  "advice.run",
  "plan.add",
  "plan.update",
  "plan.remove",
  "plan.restore",
  "plan.decide",
] as const;

const textOf = (json: unknown, key: string): string => {
  const value = typeof json === "object" && json !== null && Object.hasOwn(json, key) ? (json as Record<string, unknown>)[key] : "";
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

/**
 * The trail as lines for "what happened lately", newest first. Several edits of one thing by one person in a row are one
 * line. Names the thing, never a profile value or an answer.
 */
export function activityRows(
  events: readonly TrailEvent[],
  context: {
    readonly names: ReadonlyMap<string, string | null>;
    readonly partyOfUser: ReadonlyMap<string, "municipality" | "industry" | null>;
    readonly instrument: Instrument;
    readonly locale: Locale;
  },
): ActivityRow[] {
  const labels = new Map(context.instrument.preconditions.map((one) => [one.key, one[context.locale]]));
  const rows: ActivityRow[] = [];
  let last = "";
  for (const event of events) {
    if (!(told as readonly string[]).includes(event.action)) continue;
    const key = `${event.action}/${event.actorId}/${event.target}`;
    if (key === last) continue;
    last = key;
    const values: Record<string, string> =
      event.action === "profile.edit"
        ? { label: labels.get(event.target) ?? event.target }
        : { title: textOf(event.after, "title") || textOf(event.after, "name") };
    rows.push({
      at: event.at.toISOString(),
      actorName: event.actorId === null ? null : (context.names.get(event.actorId) ?? null),
      party: event.actorId === null ? null : (context.partyOfUser.get(event.actorId) ?? null),
      // Message keys cannot hold a dot.
      action: event.action.replace(".", "_"),
      values,
    });
  }
  return rows;
}
