import type { PlaceHead, Station } from "@hp/contracts";
import type { Station as DrawnStation } from "@hp/ui";
import type { Say } from "./kit.ts";
import { placePaths } from "./place-paths.ts";
import type { ReaderFormat } from "./reader-format.ts";

/** Values of a message with their days written for the reader: `at` and `on` are days or instants. */
export function readableValues(values: Readonly<Record<string, string | number>>, format: ReaderFormat): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" && (name === "at" || name === "on") ? format.day(value) : value,
    ]),
  );
}

const hrefs = {
  profile: "profile",
  assessment: "assessment",
  situation: "situation",
  advice: "advice",
  plan: "plan",
  decision: "decision",
  follow_up: "followUp",
} as const satisfies Record<Station["key"], keyof ReturnType<typeof placePaths>>;

/** The path as it is drawn. */
export function drawnStations(head: PlaceHead, t: Say, format: ReaderFormat): DrawnStation[] {
  const paths = placePaths(head.place.id);
  return head.path.map(({ key, state, line }) => ({
    id: key,
    name: t(`path.station.${key}`),
    state,
    detail: t(`path.line.${line.key}`, readableValues(line.values, format)),
    href: paths[hrefs[key]],
  }));
}
