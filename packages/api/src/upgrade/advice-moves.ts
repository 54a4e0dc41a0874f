import type { UpgradePreview } from "@hp/contracts";
import { type AdviceInput, type AdvisedMeasure, type Catalogue, type Instrument, recommend } from "@hp/domain";
import type { PlaceScope } from "@hp/domain/access";
import { reasonTexts } from "../recommendation/reason-texts.ts";
import type { Locale } from "../services.ts";

/** One place's inputs under two catalogues. */
export interface AdviceMove {
  readonly instrument: Instrument;
  readonly before: Catalogue;
  readonly after: Catalogue;
  readonly input: AdviceInput;
  readonly scope: PlaceScope<"place.read">;
  readonly locale: Locale;
}

const isAdvised = ({ status }: AdvisedMeasure) => status === "advised" || status === "basic";

/** Which measures a place would be advised that it is not today, and the other way round, each with its reason as the reader may see it. */
export function adviceMoves({ instrument, before, after, input, scope, locale }: AdviceMove): NonNullable<UpgradePreview["advice"]> {
  const told = (catalogue: Catalogue) => {
    const { measures } = recommend({ instrument, catalogue, input });
    const text = reasonTexts({ instrument, catalogue, member: scope.membership, locale });
    return {
      measures: new Map(measures.map((one) => [one.measureId, one])),
      text,
      titles: new Map(catalogue.measures.map((one) => [one.id, one])),
    };
  };
  const [old, now] = [told(before), told(after)];
  const advised = ({ measures }: typeof old) => [...measures.values()].filter(isAdvised).map(({ measureId }) => measureId);
  const [was, is] = [advised(old), advised(now)];
  const line = (side: typeof old, id: string, reason: string) => {
    const { sv, en } = side.titles.get(id) ?? { sv: id, en: id };
    return { measureId: id, title: { sv, en }, reason };
  };
  const whyComes = (id: string) => {
    const measure = now.measures.get(id);
    return measure === undefined ? "" : now.text(measure.suits);
  };
  const whyGoes = (id: string) => {
    const reason = now.measures.get(id)?.whyNot;
    return reason ? now.text(reason) : "";
  };
  return {
    comes: is.filter((id) => !was.includes(id)).map((id) => line(now, id, whyComes(id))),
    goes: was.filter((id) => !is.includes(id)).map((id) => line(old, id, whyGoes(id))),
    stays: is.filter((id) => was.includes(id)).length,
  };
}
