import { kpis } from "@hp/content";
import { cachedFieldCatalogue, type FieldCatalogue, type Instrument, type KpiTitles } from "@hp/domain";

let titles: KpiTitles | undefined;

/** The title of every indicator in both languages; the same object every time, so that what is made from it is made once. */
export function kpiTitles(): KpiTitles {
  titles ??= Object.fromEntries([...kpis()].map(([id, { sv, en }]) => [id, { sv, en }]));
  return titles;
}

/** Every field that a rule over an instrument may name, with the titles of all indicators. */
export const contentFields = (instrument: Instrument): FieldCatalogue => cachedFieldCatalogue(instrument, kpiTitles());
