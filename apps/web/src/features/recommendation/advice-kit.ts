import { legend } from "@hp/content";
import type { AdviceItem, AdviceRunView, MeasureCard, PlaceHead } from "@hp/contracts";
import type { ReaderLocale, Say } from "../place/kit.ts";
import type { ReaderFormat } from "../place/reader-format.ts";

/** What the sections of the advice share. */
export interface AdviceKit {
  readonly head: PlaceHead;
  readonly t: Say;
  readonly format: ReaderFormat;
  readonly locale: ReaderLocale;
  /** A number of a measure's own among all of the run. */
  readonly indexOf: (measureId: string) => number;
  readonly mayEdit: boolean;
}
export type { AdviceItem, AdviceRunView };

const named = (
  list: readonly { readonly key: string | number; readonly sv: string; readonly en: string }[],
  key: string,
  locale: ReaderLocale,
) => list.find((one) => one.key === key)?.[locale] ?? key;

/** The evidence of a measure in words: its grade and what the grade means, and that sources disagree where they do. */
export function evidenceText({ evidence }: Pick<MeasureCard, "evidence">, { t, locale, format }: AdviceKit): string {
  const words = format.lower(named(legend().evidence, evidence.grade, locale));
  const text = `${evidence.grade.toUpperCase()}, ${words}`;
  return evidence.mixed ? `${text}. ${t("meta.mixed")}` : text;
}

/** What it costs in the first year, and whose figure it is. */
export function costText({ cost }: Pick<MeasureCard, "cost">, { t, format }: AdviceKit): string {
  const range =
    cost.minSek === cost.maxSek
      ? format.kronor(cost.maxSek)
      : cost.minSek === 0
        ? t("meta.upTo", { max: format.kronor(cost.maxSek) })
        : t("meta.range", { min: format.number(cost.minSek, 0), max: format.number(cost.maxSek, 0) });
  return `${range}. ${t(cost.fromSource ? "meta.fromSource" : "meta.expert")}`;
}

/** The cost class and its range in a word, for tables. */
export const costClassText = ({ cost }: Pick<MeasureCard, "cost">, { t }: AdviceKit) => t(`costClass.${cost.class}`);

/** When the first result can be expected. */
export const horizonText = ({ horizon }: Pick<MeasureCard, "horizon">, { t }: AdviceKit) => t(`horizon.${horizon}`);
