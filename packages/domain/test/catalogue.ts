import type { Catalogue, Measure, MeasureRule, Text } from "../src/index.ts";

/** The made-up catalogue of the test world. Nothing of it ships. */
const text = (sv: string, en: string): Text => ({ sv, en });
const titles: Readonly<Record<string, Text>> = {
  BO01: text("Rusta tomma lägenheter", "Renovate empty flats"),
  BO02: text("Bygg nya bostäder", "Build new homes"),
  BO03: text("Riv hus som står tomma", "Demolish empty houses"),
};

export function measure(id: string, mainDimension: string, extra: Partial<Measure> = {}): Measure {
  return {
    id,
    ...(titles[id] ?? text(`Åtgärden kallad ${id.toLowerCase()}`, `The measure called ${id.toLowerCase()}`)),
    mainDimension,
    effects: { [mainDimension]: 3 },
    owners: ["municipality"],
    cost: "small",
    costSek: { min: 30_000, max: 300_000 },
    costBasis: { kind: "class", ...text("Klassens spann", "The range of the class") },
    hours: { municipality: 100, company: 20 },
    horizon: "short",
    horizonMonths: { min: 3, max: 12 },
    evidence: { grade: "c", mixed: false, note: null },
    sourceKind: "practice",
    source: text("Källa", "Source"),
    harm: false,
    retains: false,
    universal: false,
    followUp: { kpis: [], local: null },
    caution: null,
    legal: null,
    reviewBy: "2027-11",
    ...extra,
  };
}

export function rule(extra: Partial<MeasureRule> = {}): MeasureRule {
  return { exclude: null, require: null, boost: [], damp: [], prerequisites: [], conflicts: [], synergies: [], inPlace: null, ...extra };
}

export function catalogueOf(entries: readonly (readonly [Measure, MeasureRule])[], extra: Partial<Catalogue> = {}): Catalogue {
  return {
    version: "test-1",
    measures: entries.map(([one]) => one),
    rules: Object.fromEntries(entries.map(([one, its]) => [one.id, its])),
    commonness: {},
    basicPackage: [],
    ...extra,
  };
}

const atom = (field: string, op: "eq" | "lt" | "lte" | "gt" | "gte", value: number | string | boolean) => ({ field, op, value });

export const catalogue: Catalogue = catalogueOf(
  [
    [
      measure("AR01", "arbete", { retains: true, effects: { arbete: 3, samverkan: 1 } }),
      rule({
        require: atom("rekryt_externt", "eq", true),
        boost: [atom("item.arbete-1", "lt", 50)],
        damp: [atom("restid_stad", "lt", 15)],
      }),
    ],
    [
      measure("AR02", "arbete"),
      rule({ require: { any: [atom("fas", "eq", "expansion"), { field: "profil", op: "contains", value: "ingenjor" }] } }),
    ],
    [measure("AR03", "arbete", { evidence: { grade: "b", mixed: false, note: null } }), rule({ boost: [atom("skiftandel", "gte", 40)] })],
    [
      measure("BO01", "boende", { cost: "medium", retains: true }),
      rule({ require: atom("vakans", "gte", 5), boost: [{ field: "bostadslage", op: "in", value: ["balans", "overskott"] }] }),
    ],
    [
      measure("BO02", "boende", { cost: "large", harm: true, costSek: { min: 3_000_000, max: 40_000_000 } }),
      rule({
        exclude: {
          any: [
            atom("vakans", "gte", 5),
            { all: [atom("bef_trend5", "lte", -5), { field: "fas", op: "in", value: ["stabil", "neddragning"] }] },
          ],
        },
        require: atom("bostadslage", "eq", "brist"),
        conflicts: ["BO03"],
      }),
    ],
    [
      measure("BO03", "boende", { cost: "large", harm: true, evidence: { grade: "a", mixed: true, note: null } }),
      rule({ require: { all: [atom("vakans", "gte", 10), atom("bef_trend5", "lte", -1)] }, conflicts: ["BO02"] }),
    ],
    [
      measure("BO04", "boende", { evidence: { grade: "d", mixed: false, note: null } }),
      rule({ require: { any: [atom("gap.boende", "gte", 15), atom("gap.boende", "lte", -15)] } }),
    ],
    [measure("ID04", "samverkan"), rule({ require: atom("fact_gap_abs", "gte", 25) })],
    [
      measure("SK01", "arbete", { retains: true }),
      rule({ exclude: atom("ob_omsorg", "eq", true), inPlace: atom("ob_omsorg", "eq", true), require: atom("skiftandel", "gte", 25) }),
    ],
    [measure("SV01", "samverkan", { universal: true }), rule()],
    [
      measure("SV02", "samverkan", { effects: { samverkan: 3, boende: 1 } }),
      rule({ exclude: atom("mognad", "gte", 3), prerequisites: ["SV01", "SK01"] }),
    ],
    [measure("SV04", "samverkan"), rule({ require: atom("max_gap", "gte", 20) })],
    [measure("SV05", "samverkan"), rule({ require: { any: [atom("peer.N00610", "lt", 0), atom("item.samverkan-1", "lt", 50)] } })],
  ],
  { commonness: { SV01: 0.5, AR03: 0.25 } },
);

/** The same with twelve more measures without a gate: places where some pass their gate and others come before them. */
export const wideCatalogue: Catalogue = {
  ...catalogue,
  measures: [...catalogue.measures, ...Array.from({ length: 12 }, (_, index) => filler(index))],
  rules: {
    ...catalogue.rules,
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        filler(index).id,
        rule({ boost: index % 2 === 0 ? [] : [atom("skiftandel", "gte", 3 * index)] }),
      ]),
    ),
  },
};

function filler(index: number): Measure {
  const dimensions = ["boende", "arbete", "samverkan"] as const;
  const [main, side] = [dimensions[index % 3] ?? "boende", dimensions[(index + 1) % 3] ?? "arbete"];
  const grades = ["a", "b", "c", "d"] as const;
  const costs = ["small", "medium", "large"] as const;
  return measure(`Z${String(index).padStart(2, "0")}`, main, {
    effects: { [main]: 1 + (index % 3), [side]: 1 },
    evidence: { grade: grades[index % 4] ?? "c", mixed: false, note: null },
    cost: costs[Math.floor(index / 4) % 3] ?? "small",
  });
}
