import type { Locale } from "../text/text.ts";
import type { VariationSource } from "./advice-robustness.ts";

/** How often something stands: never, in fewer than one of ten, or in so many of ten. */
export interface Often {
  readonly never: string;
  readonly rarely: string;
  readonly tenths: (tenths: number) => string;
}

const swedish = (one: string, many: string, when = ""): Often => ({
  never: `Står sig inte i ${one}${when}`,
  rarely: `Står sig i färre än 1 av 10 ${many}${when}`,
  tenths: (tenths) => `Står sig i ${tenths} av 10 ${many}${when}`,
});

const english = (one: string, many: string, when = ""): Often => ({
  never: `Does not hold in any ${one}${when}`,
  rarely: `Holds in fewer than 1 of 10 ${many}${when}`,
  tenths: (tenths) => `Holds in ${tenths} of 10 ${many}${when}`,
});

/** What is said of a measure's firmness, by language and by what is varied. No full stop: it stands beside a row of ten blocks. */
export const robustnessTemplates: Readonly<Record<Locale, Readonly<Record<VariationSource, Often>>>> = {
  sv: {
    weights: swedish("någon viktning", "viktningar"),
    scores: swedish("något fall", "fall", " när betygen varierar inom sina intervall"),
    effects: swedish("något fall", "fall", " när effekterna varierar efter hur bra underlaget är"),
    together: swedish("något fall", "fall", " när vikter, betyg och effekter varierar"),
  },
  en: {
    weights: english("weighting", "weightings"),
    scores: english("case", "cases", " when the scores vary within their intervals"),
    effects: english("case", "cases", " when the effects vary by how good the evidence is"),
    together: english("case", "cases", " when weights, scores and effects vary"),
  },
};
