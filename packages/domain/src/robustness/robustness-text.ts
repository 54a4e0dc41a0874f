import { checkWhole } from "../statistics/check.ts";
import type { Locale } from "../text/text.ts";
import { type Firmness, type VariationSource, variationSources } from "./advice-robustness.ts";
import { robustnessTemplates } from "./templates.ts";

/**
 * In how many of ten draws a measure stands: tenths, rounded down, so that no more is promised than was seen. 10 is said only
 * where it stood in every draw.
 *
 * @returns A whole number 0–10; 0 also where it stood in a few, under a tenth.
 * @throws RangeError unless 0 ≤ kept ≤ draws are whole numbers and there is a draw.
 */
export function tenthsOf({ kept, draws }: Pick<Firmness, "kept" | "draws">): number {
  checkWhole(draws, "draws", 1);
  checkWhole(kept, "kept");
  if (kept > draws) throw new RangeError(`kept must be at most draws, ${draws}: ${kept}`);
  return Math.floor((10 * kept) / draws);
}

/**
 * How firmly a measure stands, in words: "Står sig i 9 av 10 viktningar". From fixed templates, without a full stop.
 *
 * @throws RangeError as `tenthsOf`, or if the source is none of `variationSources`.
 */
export function robustnessText(firmness: Pick<Firmness, "kept" | "draws">, source: VariationSource, locale: Locale): string {
  if (!variationSources.includes(source)) throw new RangeError(`source must be one of ${variationSources.join(", ")}: ${source}`);
  const tenths = tenthsOf(firmness);
  const say = robustnessTemplates[locale][source];
  if (firmness.kept === 0) return say.never;
  return tenths === 0 ? say.rarely : say.tenths(tenths);
}
