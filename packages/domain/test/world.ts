import type {
  AdviceInput,
  Catalogue,
  Dimension,
  DimensionScore,
  Facts,
  Instrument,
  Measure,
  MeasureRule,
  Precondition,
  Scored,
  Statement,
  Text,
} from "../src/index.ts";

/** A small made-up world for tests: three dimensions, a dozen preconditions, a dozen measures. Nothing of it ships. */
const text = (sv: string, en: string): Text => ({ sv, en });
const both = ["municipality", "industry"] as const;

function statement(id: string, core: boolean, extra: Partial<Statement> = {}): Statement {
  return {
    id,
    sv: `Påståendet om ${id.replace("-", " nummer ")}`,
    en: `The claim on ${id.replace("-", " number ")}`,
    parties: [...both, "residents"],
    core,
    outcome: false,
    revision: 1,
    ...extra,
  };
}

function dimension(id: string, sv: string, en: string, weight: number, items: readonly Statement[]): Dimension {
  return { id, sv, en, domain: "live", kind: "physical", weight, why: text("Därför.", "Because."), items, indicators: [] };
}

const help = { what: "Vad.", why: "Varför.", example: "7" };
function precondition(key: string, type: Precondition["type"], sv: string, en: string, extra: Partial<Precondition> = {}): Precondition {
  return {
    key,
    sv,
    en,
    type,
    unit: null,
    min: null,
    max: null,
    values: null,
    levels: null,
    group: "place",
    askedOf: "municipality",
    source: null,
    kpi: null,
    formula: null,
    help: { sv: help, en: help },
    visibility: "parties",
    thresholds: [],
    informational: false,
    ...extra,
  };
}
const choice = (key: string, sv: string, en: string) => ({ key, sv, en });
const percent = { unit: text("%", "%"), min: 0, max: 100 };

export const instrument: Instrument = {
  version: "test-1",
  scale: {
    min: 1,
    max: 5,
    labels: [1, 2, 3, 4, 5].map((value) => ({ value, ...text(`Nivå ${value}`, `Level ${value}`) })),
    missing: { key: "cannot_judge", ...text("Vet inte", "Cannot judge") },
  },
  importance: { ...text("Hur viktigt?", "How important?"), min: 1, max: 5 },
  domains: [{ key: "live", ...text("Leva", "Live") }],
  dimensions: [
    dimension("boende", "Bostäder och boendemiljö", "Housing and living environment", 1.2, [
      statement("boende-1", true),
      statement("boende-2", true),
      statement("boende-3", false),
      statement("boende-4", false, { parties: [...both] }),
      statement("boende-5", false, { parties: ["industry"] }),
    ]),
    dimension("arbete", "Arbete och karriärvägar", "Work and career paths", 1.3, [
      statement("arbete-1", true),
      statement("arbete-2", true),
      statement("arbete-3", false),
    ]),
    dimension("samverkan", "Samverkan och genomförandekraft", "Collaboration and delivery", 1, [
      statement("samverkan-1", true),
      statement("samverkan-2", false),
      statement("samverkan-3", false, { outcome: true }),
    ]),
  ],
  preconditionGroups: [{ key: "place", ...text("Orten", "The town") }],
  preconditions: [
    precondition("vakans", "number", "Vakansgrad i allmännyttan", "Vacancy rate in municipal housing", { ...percent, max: 60 }),
    precondition("skiftandel", "number", "Andel anställda i skift", "Share of employees on shifts", { ...percent, askedOf: "company" }),
    precondition("restid_stad", "integer", "Restid till närmaste stad", "Travel time to the nearest city", {
      unit: text("minuter", "minutes"),
      min: 0,
      max: 600,
      askedOf: "openData",
    }),
    precondition("inv_ort", "integer", "Invånare i orten", "Residents in the town", {
      unit: text("invånare", "residents"),
      min: 0,
      max: 2_000_000,
      askedOf: "openData",
    }),
    precondition("mv_pk", "number", "Marknadsvärde i förhållande till byggkostnad", "Market value relative to building cost", {
      unit: text("kvot", "ratio"),
      min: 0.1,
      max: 4,
    }),
    precondition("bef_trend5", "number", "Befolkningsförändring på fem år", "Population change over five years", {
      unit: text("%", "%"),
      min: -40,
      max: 60,
    }),
    precondition("bostadslage", "enum", "Bostadsläge", "State of the housing market", {
      values: [choice("brist", "Brist", "Shortage"), choice("balans", "Balans", "Balance"), choice("overskott", "Överskott", "Surplus")],
    }),
    precondition("fas", "enum", "Industrins fas", "Phase of the industry", {
      askedOf: "company",
      visibility: "ownParty",
      values: [
        choice("neddragning", "Neddragning", "Cutting back"),
        choice("stabil", "Stabil", "Stable"),
        choice("expansion", "Expansion", "Expanding"),
      ],
    }),
    precondition("profil", "multiEnum", "Bristkompetens", "Shortage occupations", {
      values: [
        choice("operator", "Operatör", "Operator"),
        choice("ingenjor", "Ingenjör", "Engineer"),
        choice("ledare", "Ledare", "Manager"),
      ],
    }),
    precondition("rekryt_externt", "boolean", "Rekryterar utifrån", "Recruits from outside", { askedOf: "company" }),
    precondition("ob_omsorg", "boolean", "Barnomsorg på obekväm tid", "Childcare at unsocial hours"),
    precondition("mognad", "integer", "Samverkansmognad", "Maturity of collaboration", {
      unit: text("nivå", "level"),
      min: 0,
      max: 4,
      levels: [0, 1, 2, 3, 4].map((value) => ({ value, ...text(`Steg ${value}`, `Step ${value}`) })),
    }),
    precondition("syss_inrikes", "number", "Sysselsättningsgrad, inrikes födda", "Employment rate, born in Sweden", percent),
    precondition("syss_utrikes", "number", "Sysselsättningsgrad, utrikes födda", "Employment rate, foreign-born", percent),
    precondition("syss_gap", "number", "Sysselsättningsgap", "Employment gap", {
      unit: text("procentenheter", "percentage points"),
      min: -30,
      max: 70,
      askedOf: "derived",
    }),
    precondition("ekonomi", "number", "Kommunens resultat", "Municipality’s financial result", {
      unit: text("%", "%"),
      min: -30,
      max: 40,
      askedOf: "openData",
    }),
    precondition("ekonomi_svag", "boolean", "Svag kommunal ekonomi", "Weak municipal finances", { askedOf: "derived" }),
    precondition("mv_svag", "boolean", "Svag bostadsmarknad", "Weak housing market", { askedOf: "derived" }),
    precondition("utv_resurs", "number", "Utvecklingsresurs i kommunen", "Development staff in the municipality", {
      unit: text("heltidstjänster", "full-time posts"),
      min: 0,
      max: 20,
    }),
    precondition("max_gap", "number", "Största glapp mellan parterna", "Largest gap between the parties", {
      unit: text("poäng", "points"),
      min: 0,
      max: 100,
      askedOf: "derived",
    }),
    precondition("fact_gap_abs", "number", "Största skillnad mellan bild och fakta", "Largest difference between perception and fact", {
      unit: text("poäng", "points"),
      min: 0,
      max: 100,
      askedOf: "derived",
    }),
  ],
};

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
  rules: { ...catalogue.rules, ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [filler(index).id, rule({ boost: index % 2 === 0 ? [] : [atom("skiftandel", "gte", 3 * index)] })])) },
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

export function scored(score: number, halfWidth = 8): Scored {
  return {
    kind: "scored",
    score,
    interval: { low: Math.max(0, score - halfWidth), high: Math.min(100, score + halfWidth) },
    coverage: 1,
    respondents: 12,
  };
}

export const unscored: Scored = { kind: "insufficient", coverage: 0.25, respondents: 1, missing: [] };

export interface DimensionSketch {
  readonly municipality: number | null;
  readonly industry: number | null;
  readonly importance?: number | null;
  readonly items?: Readonly<Record<string, { readonly municipality?: number; readonly industry?: number }>>;
}

/** A dimension's scores from a few numbers. */
export function dimensionScore(
  dimensionId: string,
  { municipality, industry, importance = null, items = {} }: DimensionSketch,
): DimensionScore {
  const known = [municipality, industry].filter((score) => score !== null);
  const gap = municipality === null || industry === null ? null : municipality - industry;
  const size = Math.abs(gap ?? 0);
  return {
    dimensionId,
    place: known.length === 0 ? unscored : scored(known.reduce((a, b) => a + b, 0) / known.length),
    byParty: {
      ...(municipality === null ? {} : { municipality: scored(municipality) }),
      ...(industry === null ? {} : { industry: scored(industry) }),
    },
    byOrganisation: {},
    byRoleGroup: [],
    gap:
      gap === null
        ? null
        : {
            points: gap,
            interval: { low: Math.max(-100, gap - 10), high: Math.min(100, gap + 10) },
            band: size < 10 ? "consensus" : size < 20 ? "nuance" : "gap",
            wasserstein: size / 100,
          },
    importance,
    importanceByParty: {},
    quadrant: null,
    items: Object.entries(items).map(([statementId, byParty]) => {
      const scores = Object.values(byParty);
      return {
        statementId,
        byParty,
        place: scores.length === 0 ? null : scores.reduce((a, b) => a + b, 0) / scores.length,
        cannotJudgeShare: 0,
        agreement: {},
      };
    }),
  };
}

/** An input to advice from a few numbers per dimension and some facts; the assessment's own facts are filled in. */
export function inputOf(
  sketches: Readonly<Record<string, DimensionSketch>>,
  facts: Facts = {},
  extra: Partial<AdviceInput> = {},
): AdviceInput {
  const dimensions = Object.entries(sketches).map(([id, sketch]) => dimensionScore(id, sketch));
  const assessed: Record<string, number | null> = {};
  for (const one of dimensions) {
    assessed[`score.${one.dimensionId}`] = one.place.kind === "scored" ? one.place.score : null;
    assessed[`gap.${one.dimensionId}`] = one.gap?.points ?? null;
    for (const item of one.items) assessed[`item.${item.statementId}`] = item.place;
  }
  const gaps = dimensions.flatMap((one) => (one.gap === null ? [] : [Math.abs(one.gap.points)]));
  assessed.max_gap = gaps.length === 0 ? null : Math.max(...gaps);
  return {
    facts: { ...assessed, ...facts },
    scores: { partiesPresent: ["municipality", "industry"], dimensions, consensusIndex: null },
    factIndex: {},
    done: [],
    ...extra,
  };
}

export const even: Readonly<Record<string, DimensionSketch>> = {
  boende: { municipality: 40, industry: 36, importance: 4 },
  arbete: { municipality: 55, industry: 61, importance: 4.5 },
  samverkan: { municipality: 50, industry: 50, importance: 3 },
};
