import type { AdviceInput, Dimension, DimensionScore, Facts, Instrument, Precondition, Scored, Statement, Text } from "../src/index.ts";

export * from "./catalogue.ts";

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
