import type { DraftMeasureItem } from "@hp/contracts";
import type { Instrument, Text } from "@hp/domain";

const empty = (): Text => ({ sv: "", en: "" });

/** A measure to begin with: nothing written, the lowest grade of evidence, to be looked at again in a year. */
export function newMeasure({ dimensions }: Pick<Instrument, "dimensions">, today: Date): DraftMeasureItem {
  const main = dimensions[0]?.id ?? "";
  return {
    measure: {
      id: "",
      ...empty(),
      mainDimension: main,
      effects: { [main]: 1 },
      owners: ["municipality"],
      cost: "small",
      costSek: { min: 0, max: 300_000 },
      costBasis: { kind: "class", sv: "Klassens spann", en: "The range of the class" },
      hours: { municipality: 0, company: 0 },
      horizon: "short",
      horizonMonths: { min: 3, max: 12 },
      evidence: { grade: "d", mixed: false, note: null },
      sourceKind: "expert",
      source: empty(),
      harm: false,
      retains: false,
      universal: false,
      followUp: { kpis: [], local: null },
      caution: null,
      legal: null,
      reviewBy: `${today.getUTCFullYear() + 1}-${String(today.getUTCMonth() + 1).padStart(2, "0")}`,
      card: {
        summary: empty(),
        success: [empty()],
        steps: [empty()],
        municipality: empty(),
        company: empty(),
        followUp: [empty()],
        counterEvidence: empty(),
        funding: [],
      },
    },
    rule: { exclude: null, require: null, boost: [], damp: [], prerequisites: [], conflicts: [], synergies: [], inPlace: null },
  };
}
