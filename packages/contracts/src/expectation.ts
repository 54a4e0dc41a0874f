import { z } from "zod";
import { dimensionId } from "./ids.ts";

const banded = z.object({ expected: z.number(), low: z.number(), high: z.number() });
const expectedScore = z.object({ now: z.number(), after: banded });

/** What some measures can be expected to do to a place, 0–100. */
export const expectation = z.object({
  /** The weighted mean of the place's scores, now and when the measures have had their effect; null without scores. */
  place: expectedScore.nullable(),
  /** The same by dimension that moves, the most first; of a party that has a score, also as that party sees it. */
  dimensions: z.array(
    z.object({
      id: dimensionId,
      name: z.string(),
      place: expectedScore,
      municipality: expectedScore.nullable(),
      industry: expectedScore.nullable(),
    }),
  ),
});
/** What some measures can be expected to do to a place. */
export type Expectation = z.infer<typeof expectation>;
