import type { Catalogue } from "../catalogue/types.ts";
import { cachedFieldCatalogue, type KpiTitles } from "../condition/field-catalogue.ts";
import type { Instrument } from "../instrument/types.ts";
import { formatNumber } from "../text/format.ts";
import type { Locale } from "../text/text.ts";
import { type Speaker, speakerFor } from "./reasons/speaker.ts";
import type { ReasonTemplate } from "./reasons/templates.ts";
import { englishHidden, englishTemplates } from "./reasons/templates-en.ts";
import { swedishHidden, swedishTemplates } from "./reasons/templates-sv.ts";
import type { Contribution, Reason } from "./types.ts";

/** What a sentence takes its labels from, and what it must not tell. */
export interface ReasonContext {
  readonly instrument: Instrument;
  readonly catalogue: Pick<Catalogue, "measures">;
  /** Titles of the statistics that rules compare with similar municipalities; without one its Kolada code is named. */
  readonly kpiTitles?: KpiTitles;
  /** Field keys whose values the reader may not see: a reason that names one is told without it. */
  readonly hiddenFields?: readonly string[];
}

const templates: Record<Locale, Record<ReasonTemplate, (say: Speaker) => string>> = { sv: swedishTemplates, en: englishTemplates };
const hidden: Record<Locale, (kind: string, askedOf: string) => string> = { sv: swedishHidden, en: englishHidden };

/**
 * A reason as one or two sentences, from fixed templates: never free text, never empty, never a raw key.
 * A reason that names a hidden field gives a sentence that says whose fact it rests on and nothing of its value.
 *
 * @throws RangeError if the template is not one of `reasonTemplates`: a stored run from an engine this one does not know.
 */
export function reasonText(reason: Reason, locale: Locale, context: ReasonContext): string {
  if (!Object.hasOwn(templates[locale], reason.template)) throw new RangeError(`reason has no template ${reason.template}`);
  const fields = cachedFieldCatalogue(context.instrument, context.kpiTitles);
  const secret = reason.fields.find((field) => context.hiddenFields?.includes(field));
  if (secret !== undefined) return hidden[locale](reason.template.split(".")[0] ?? "", fields.get(secret)?.askedOf ?? "either");
  const say = speakerFor(reason, locale, { instrument: context.instrument, measures: context.catalogue.measures, fields });
  return templates[locale][reason.template as ReasonTemplate](say);
}

const contributionWords: Record<Locale, Record<Contribution["kind"], (value: string, dimension: string) => string>> = {
  sv: {
    need: (_, dimension) => `Behov: ${dimension}`,
    side_need: (_, dimension) => `Behov, bieffekt: ${dimension}`,
    fit: (value) => `Passar er ort (×\u00a0${value})`,
    evidence: (value) => `Underlag (×\u00a0${value})`,
    feasibility: (value) => `Genomförbarhet (×\u00a0${value})`,
    commonness: (value) => `Hur vanligt rådet är (×\u00a0${value})`,
    unknown_requirement: (value) => `Okänd förutsättning (×\u00a0${value})`,
  },
  en: {
    need: (_, dimension) => `Need: ${dimension}`,
    side_need: (_, dimension) => `Need, side effect: ${dimension}`,
    fit: (value) => `Suits your place (×\u00a0${value})`,
    evidence: (value) => `Evidence (×\u00a0${value})`,
    feasibility: (value) => `Feasibility (×\u00a0${value})`,
    commonness: (value) => `How common the advice is (×\u00a0${value})`,
    unknown_requirement: (value) => `Unknown condition (×\u00a0${value})`,
  },
};

/** Facts named in the label of fit at most. */
const CALLS_SHOWN = 2;

/**
 * The label of one step of a measure's score: the dimension of a need, or the factor it was multiplied by; for fit also
 * what calls loudest, without the fields that are hidden from the reader.
 */
export function contributionText(contribution: Contribution, locale: Locale, context: ReasonContext): string {
  const { kind, value, dimensionId, calls = [] } = contribution;
  const dimension = context.instrument.dimensions.find((one) => one.id === dimensionId)?.[locale];
  const step = contributionWords[locale][kind](
    formatNumber(value, locale, 3),
    dimension ?? { sv: "en dimension", en: "one dimension" }[locale],
  );
  const fields = cachedFieldCatalogue(context.instrument, context.kpiTitles);
  const labels = calls.flatMap(({ field }) => (context.hiddenFields?.includes(field) ? [] : (fields.get(field)?.label[locale] ?? [])));
  return labels.length === 0 ? step : `${step}: ${labels.slice(0, CALLS_SHOWN).join(" · ")}`;
}
