import type { DifferenceLine } from "@hp/contracts";
import { type Catalogue, type ContentChange, diffCatalogues, diffInstruments, type Instrument } from "@hp/domain";
import { catalogueOfOne, type PlainCatalogue } from "../draft/draft-content.ts";
import { kpiTitles } from "./fields.ts";

/** One version of the content, published or not. */
export interface ContentSide {
  readonly instrument: Instrument;
  readonly catalogue: PlainCatalogue | Catalogue;
}

const line = ({ subject, kind, sentence }: ContentChange): DifferenceLine => ({
  subject: subject.kind,
  key: subject.id,
  title: subject.title,
  effect: kind,
  sentence,
});

/** What a catalogue lacks before it is published has no part in a comparison: both sides then go without. */
function comparable({ measures, rules }: PlainCatalogue): Catalogue {
  return { version: "", measures, rules, commonness: {}, basicPackage: [] };
}

/** What differs between two versions of the content, in words: the questions first, then the measures. */
export function versionDifference(before: ContentSide, after: ContentSide): DifferenceLine[] {
  const questions = before.instrument === after.instrument ? [] : diffInstruments(before.instrument, after.instrument, kpiTitles());
  const measures =
    before.catalogue === after.catalogue
      ? []
      : diffCatalogues(comparable(before.catalogue), comparable(after.catalogue), after.instrument, kpiTitles());
  return [...questions, ...measures].filter(({ subject }) => subject.kind !== "instrument" && subject.kind !== "catalogue").map(line);
}

/** What differs between two states of one measure and its rule; null stands for no such measure. */
export function measureDifference(before: unknown, after: unknown, instrument: Instrument): DifferenceLine[] {
  return diffCatalogues(comparable(catalogueOfOne(before)), comparable(catalogueOfOne(after)), instrument, kpiTitles()).map(line);
}
