import type { Locale } from "../text/text.ts";

/**
 * First words of field labels with the form they take as the subject of a sentence ("Andel …" → "andelen …").
 * Language, not content: a label that starts with another word is quoted instead, so nothing here has to be complete.
 */
const subjectForms: Record<Locale, Readonly<Record<string, string>>> = {
  sv: {
    andel: "andelen",
    antal: "antalet",
    arbetslöshet: "arbetslösheten",
    avstånd: "avståndet",
    befolkningsförändring: "befolkningsförändringen",
    bostadsläge: "bostadsläget",
    civilsamhällets: "civilsamhällets",
    företagsklimat: "företagsklimatet",
    glapp: "glappet",
    industrins: "industrins",
    inpendling: "inpendlingen",
    kommunens: "kommunens",
    marknadsvärde: "marknadsvärdet",
    planberedskap: "planberedskapen",
    poäng: "poängen",
    rekryteringsbehov: "rekryteringsbehovet",
    restid: "restiden",
    samverkansmognad: "samverkansmognaden",
    skillnad: "skillnaden",
    sysselsättningsgap: "sysselsättningsgapet",
    sysselsättningsgrad: "sysselsättningsgraden",
    tillgång: "tillgången",
    utpendling: "utpendlingen",
    utvecklingsresurs: "utvecklingsresursen",
    vakansgrad: "vakansgraden",
    veckopendling: "veckopendlingen",
  },
  en: {
    access: "access",
    dependency: "the dependency",
    development: "the development",
    difference: "the difference",
    distance: "the distance",
    employment: "the employment",
    gap: "the gap",
    "in-commuting": "in-commuting",
    maturity: "the maturity",
    number: "the number",
    "out-commuting": "out-commuting",
    phase: "the phase",
    population: "the population",
    recruitment: "the recruitment",
    score: "the score",
    share: "the share",
    state: "the state",
    strength: "the strength",
    travel: "the travel",
    unemployment: "unemployment",
    vacancy: "the vacancy",
  },
};

/** The label as the subject of a sentence in lower case, or null where the form is not known. */
export function subjectForm(label: string, locale: Locale): string | null {
  const [first = "", ...rest] = label.split(" ");
  const forms = subjectForms[locale];
  const key = first.toLowerCase();
  return Object.hasOwn(forms, key) ? [forms[key], ...rest].join(" ") : null;
}

/** Units that read otherwise in a sentence than in a form: null leaves the unit out. */
const unitWords: Record<Locale, Readonly<Record<string, string | null>>> = {
  sv: { "%": "procent", kvot: null, nivå: null, "index 0–100": null },
  en: { "%": "per cent", ratio: null, level: null, "index 0–100": null },
};

const singular: Record<Locale, Readonly<Record<string, string>>> = {
  sv: {
    minuter: "minut",
    personer: "person",
    heltidstjänster: "heltidstjänst",
    verksamheter: "verksamhet",
    procentenheter: "procentenhet",
    "familjer per år": "familj per år",
    "nätter per invånare": "natt per invånare",
  },
  en: {
    minutes: "minute",
    people: "person",
    residents: "resident",
    employers: "employer",
    children: "child",
    businesses: "business",
    points: "point",
    "full-time posts": "full-time post",
    "percentage points": "percentage point",
    "families per year": "family per year",
    "households per year": "household per year",
    "nights per resident": "night per resident",
  },
};

/** The unit as it stands after a number in a sentence; null where the number stands alone. */
export function unitWord(unit: string, value: number, locale: Locale): string | null {
  const words = unitWords[locale];
  const word = Object.hasOwn(words, unit) ? words[unit] : unit;
  if (word === null || word === undefined) return null;
  return value === 1 && Object.hasOwn(singular[locale], word) ? (singular[locale][word] ?? word) : word;
}
