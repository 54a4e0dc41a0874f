import { z } from "zod";
import { contentKey, contentVersion, filled, kpiId, text, uniqueBy } from "./text.ts";

const direction = z.enum(["higher", "lower", "neutral"]);

/** An indicator that content refers to: the producer's own title in Swedish, ours in English. */
export const kpi = text.extend({ id: kpiId, direction, source: filled });
/** An indicator with its titles. */
export type Kpi = z.output<typeof kpi>;

/** The file kpis.json. */
export const kpisFile = z.array(kpi).superRefine(uniqueBy((entry: Kpi) => entry.id));

/** Producers of the figures that ship. */
export const producers = ["SCB", "SKR 2023", "Kolada", "Brå"] as const;
/** Who made a figure. */
export type Producer = (typeof producers)[number];

/** A figure that a profile shows as background, with its words in both languages. */
export const shownIndicator = z.strictObject({
  /** The indicator id, or the precondition or column it comes from. */
  key: contentKey,
  title: text,
  unit: text,
  direction,
  /** Decimals to show; values are not rounded before. */
  decimals: z.int().min(0).max(3),
  producer: z.enum(producers),
  /** True where the figure is our own computation on the producer's data: the source line then says so. */
  derived: z.boolean(),
  /** The caution for small municipalities, where the figure rests on few cases. */
  caution: z.enum(["few_sales", "few_pupils"]).nullable(),
});
/** A figure that a profile shows. */
export type ShownIndicator = z.output<typeof shownIndicator>;

/** The file open-data.json: how the shipped figures are used and shown. All limits are expert proposals. */
export const openDataFile = z.strictObject({
  version: contentVersion,
  /** Year in which the figures were gathered: their age is counted from it unless the caller says otherwise. */
  gatheredYear: z.int().min(2000).max(2100),
  /** Figures older than this are not compared and carry a caution when shown. */
  oldestYears: z.int().min(0).max(20),
  /** Below this many residents in the municipality, figures that rest on few cases carry their caution. */
  smallBelowResidents: z.int().min(0),
  /** A population trend within so many percentage points of the median is level with it. */
  levelWithinPoints: z.number().min(0),
  /** Travel time: great-circle km × detour / speed, to a locality of at least so many residents. */
  travel: z.strictObject({ cityFromResidents: z.int().min(1), detour: z.number().min(1), kmPerHour: z.number().positive() }),
  cautions: z.strictObject({
    few_sales: text,
    few_pupils: text,
    old_period: text,
    travel: text,
    travel_from_main: text,
    whole_municipality: text,
  }),
  indicators: z.array(shownIndicator).superRefine(uniqueBy((entry: ShownIndicator) => entry.key)),
});
/** What open-data.json holds. */
export type OpenDataFile = z.output<typeof openDataFile>;
