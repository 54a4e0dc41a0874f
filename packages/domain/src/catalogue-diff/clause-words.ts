import type { Locale } from "../text/text.ts";
import type { ClauseName, Reach } from "./types.ts";

interface ClauseWords {
  /** "BO06 utesluts": what comes of the clause, with the measure as subject; `now` stands inside it. */
  readonly verb: (id: string) => string;
  /** "uteslutningen av BO06". */
  readonly noun: (id: string) => string;
  /** What is said of how often, after the rest. */
  readonly often: Readonly<Record<Exclude<Reach, null>, string>>;
}

const often = (more: string, less: string, other: string, same: string) => ({ more, less, other, same });

/** How the clauses of a rule are spoken of. */
export const clauseWords: Record<Locale, Record<ClauseName, ClauseWords>> = {
  sv: {
    exclude: {
      verb: (id) => `${id} utesluts nu`,
      noun: (id) => `uteslutningen av ${id}`,
      often: often(
        "Åtgärden utesluts oftare.",
        "Åtgärden utesluts mer sällan.",
        "Åtgärden utesluts i andra fall än förut.",
        "Det utesluter den i samma fall som förut.",
      ),
    },
    require: {
      verb: (id) => `Kravet för ${id} är nu uppfyllt`,
      noun: (id) => `kravet för ${id}`,
      often: often(
        "Kravet uppfylls oftare.",
        "Kravet uppfylls mer sällan.",
        "Kravet uppfylls i andra fall än förut.",
        "Kravet uppfylls i samma fall som förut.",
      ),
    },
    boost: {
      verb: (id) => `${id} lyfts nu`,
      noun: (id) => `en förstärkning av ${id}`,
      often: often(
        "Åtgärden lyfts oftare.",
        "Åtgärden lyfts mer sällan.",
        "Åtgärden lyfts i andra fall än förut.",
        "Åtgärden lyfts i samma fall som förut.",
      ),
    },
    damp: {
      verb: (id) => `${id} tonas nu ner`,
      noun: (id) => `en dämpning av ${id}`,
      often: often(
        "Åtgärden tonas ner oftare.",
        "Åtgärden tonas ner mer sällan.",
        "Åtgärden tonas ner i andra fall än förut.",
        "Åtgärden tonas ner i samma fall som förut.",
      ),
    },
    inPlace: {
      verb: (id) => `${id} räknas nu som redan på plats`,
      noun: (id) => `villkoret för att ${id} redan finns`,
      often: often(
        "Den räknas oftare som redan på plats.",
        "Den räknas mer sällan som redan på plats.",
        "Den räknas som på plats i andra fall än förut.",
        "Den räknas som på plats i samma fall som förut.",
      ),
    },
  },
  en: {
    exclude: {
      verb: (id) => `${id} is now excluded`,
      noun: (id) => `the exclusion of ${id}`,
      often: often(
        "The measure is excluded more often.",
        "The measure is excluded less often.",
        "The measure is excluded in other cases than before.",
        "It is excluded in the same cases as before.",
      ),
    },
    require: {
      verb: (id) => `The requirement of ${id} is now met`,
      noun: (id) => `the requirement of ${id}`,
      often: often(
        "The requirement is met more often.",
        "The requirement is met less often.",
        "The requirement is met in other cases than before.",
        "The requirement is met in the same cases as before.",
      ),
    },
    boost: {
      verb: (id) => `${id} is now lifted`,
      noun: (id) => `a boost of ${id}`,
      often: often(
        "The measure is lifted more often.",
        "The measure is lifted less often.",
        "The measure is lifted in other cases than before.",
        "The measure is lifted in the same cases as before.",
      ),
    },
    damp: {
      verb: (id) => `${id} is now toned down`,
      noun: (id) => `a damp of ${id}`,
      often: often(
        "The measure is toned down more often.",
        "The measure is toned down less often.",
        "The measure is toned down in other cases than before.",
        "The measure is toned down in the same cases as before.",
      ),
    },
    inPlace: {
      verb: (id) => `${id} now counts as already in place`,
      noun: (id) => `the condition for ${id} being in place`,
      often: often(
        "It counts as in place more often.",
        "It counts as in place less often.",
        "It counts as in place in other cases than before.",
        "It counts as in place in the same cases as before.",
      ),
    },
  },
};

/** The small words between the parts. */
export const joints = {
  sv: {
    soon: "redan när",
    late: "först när",
    when: "när",
    before: "förut",
    reads: "lyder nu",
    was: "Förut",
    came: "har tillkommit",
    gone: "har tagits bort",
    order: "står i en annan ordning och säger samma sak",
    atLeast: (count: string) => `minst ${count} av delarna ska gälla`,
    unreadable: "ett villkor som inte kan läsas",
    in: "I",
    applies: "gäller nu att",
  },
  en: {
    soon: "already when",
    late: "only when",
    when: "when",
    before: "before",
    reads: "now reads",
    was: "Before",
    came: "is new",
    gone: "is gone",
    order: "stands in another order and says the same",
    atLeast: (count: string) => `at least ${count} of the parts must hold`,
    unreadable: "a condition that cannot be read",
    in: "In",
    applies: "it now says that",
  },
} as const;
