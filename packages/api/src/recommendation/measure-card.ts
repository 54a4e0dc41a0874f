import type { MeasureCardView } from "@hp/contracts";
import type { Instrument, Measure, Text } from "@hp/domain";
import { kpiTitles } from "../content/fields.ts";
import type { Locale } from "../services.ts";
import { cardOf } from "./advice-view.ts";

/** A measure with its card, in the reader's language. */
export function measureCardOf(measure: Measure, { dimensions }: Instrument, catalogueVersion: string, locale: Locale): MeasureCardView {
  const names = new Map(dimensions.map((dimension) => [dimension.id, dimension[locale]]));
  const titles = kpiTitles();
  const { card, evidence, followUp, retired = false, reviewBy } = measure;
  const all = (texts: readonly Text[]) => texts.map((text) => text[locale]);
  return {
    ...cardOf(measure, names, locale),
    retired,
    evidenceNote: evidence.note?.[locale] ?? null,
    reviewBy,
    catalogueVersion,
    kpis: followUp.kpis.map((id) => titles[id]?.[locale] ?? id),
    card:
      card === undefined
        ? null
        : {
            summary: card.summary[locale],
            success: all(card.success),
            steps: all(card.steps),
            municipality: card.municipality[locale],
            company: card.company[locale],
            followUp: all(card.followUp),
            counterEvidence: card.counterEvidence[locale],
            funding: [...card.funding],
          },
  };
}
