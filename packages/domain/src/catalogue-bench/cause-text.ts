import type { FieldCatalogue } from "../condition/field-catalogue.ts";
import type { Instrument } from "../instrument/types.ts";
import { formatNumber, joinWords, quote } from "../text/format.ts";
import type { Locale } from "../text/text.ts";
import { gateReasonText } from "./gate-reason.ts";
import type { MoveCause, ScoreFactor } from "./types.ts";

/** What the sentence takes its names from, and what it must not tell. */
export interface CauseContext {
  readonly fields: FieldCatalogue;
  readonly instrument: Instrument;
  /** A place of the product: a fact of one party is not told. */
  readonly isPrivate: boolean;
  readonly direction: "gain" | "loss";
}

type Trigger = Extract<MoveCause, { kind: "trigger" }>["trigger"];

interface CauseWords {
  readonly plain: Record<"added" | "removed" | "retired" | "restored" | "faulty", string>;
  readonly opens: (why: string) => string;
  readonly closes: (why: string) => string;
  readonly package: Record<"true" | "false", string>;
  readonly score: (after: string, before: string, factor: string) => string;
  readonly factor: Record<ScoreFactor, string>;
  readonly trigger: Record<Trigger, string>;
  readonly brings: (what: string) => string;
  readonly brought: (what: string) => string;
  readonly roomAfter: (ids: string) => string;
  readonly pushedBy: (ids: string) => string;
}

const words: Record<Locale, CauseWords> = {
  sv: {
    plain: {
      added: "Åtgärden är ny.",
      removed: "Åtgärden finns inte längre.",
      retired: "Åtgärden är tagen ur bruk.",
      restored: "Åtgärden är i bruk igen.",
      faulty: "Åtgärdens regel är felaktig.",
    },
    opens: (why) => (why === "" ? "Den släpps nu fram." : `Den släpps nu fram; förut stoppades den av att ${why}.`),
    closes: (why) => (why === "" ? "Den stoppas nu." : `Den stoppas nu av att ${why}.`),
    package: { true: "Den har flyttats till Grundpaket.", false: "Den har flyttats från Grundpaket." },
    score: (after, before, factor) => `Poängen är nu ${after}, förut ${before}, mest på grund av ${factor}.`,
    factor: {
      need: "behovet i",
      fit: "vad i orten som talar för den",
      evidence: "underlaget",
      feasibility: "genomförbarheten",
      commonness: "hur vanligt rådet är",
      unknown_requirement: "om kravet är känt",
    },
    trigger: {
      weakest_dimension: "det svagaste området ska ha en åtgärd",
      gap: "parternas bilder skiljer sig mycket",
      fact_gap: "bilden och fakta skiljer sig tydligt",
      retain: "något ska få människor att bo kvar",
    },
    brings: (what) => `Den tas med eftersom ${what}.`,
    brought: (what) => `Den togs förut med eftersom ${what}; nu fyller en annan den platsen.`,
    roomAfter: (ids) => (ids === "" ? "Den får plats efter andra." : `Den får plats när ${ids} lämnar.`),
    pushedBy: (ids) => (ids === "" ? "Andra går nu före." : `${ids} går nu före.`),
  },
  en: {
    plain: {
      added: "The measure is new.",
      removed: "The measure no longer exists.",
      retired: "The measure is retired.",
      restored: "The measure is in use again.",
      faulty: "The measure's rule is faulty.",
    },
    opens: (why) => (why === "" ? "It is now let through." : `It is now let through; before it was stopped because ${why}.`),
    closes: (why) => (why === "" ? "It is now stopped." : `It is now stopped because ${why}.`),
    package: { true: "It has moved to Grundpaket.", false: "It has moved out of Grundpaket." },
    score: (after, before, factor) => `The score is now ${after}, before ${before}, mostly because of ${factor}.`,
    factor: {
      need: "the need in",
      fit: "what in the place calls for it",
      evidence: "the evidence",
      feasibility: "the feasibility",
      commonness: "how common the advice is",
      unknown_requirement: "whether the requirement is known",
    },
    trigger: {
      weakest_dimension: "the weakest dimension must have a measure",
      gap: "the parties' views differ much",
      fact_gap: "perception and facts clearly differ",
      retain: "something must keep people",
    },
    brings: (what) => `It is included because ${what}.`,
    brought: (what) => `It was included before because ${what}; now another has that seat.`,
    roomAfter: (ids) => (ids === "" ? "It gets a seat after others." : `It gets a seat now that others have left: ${ids}.`),
    pushedBy: (ids) => (ids === "" ? "Others now come first." : `Now ahead of it: ${ids}.`),
  },
};

/** Measures named at most. */
const NAMED = 3;

/** Why a measure came or went, as a sentence. Never empty. */
export function causeText(cause: MoveCause, locale: Locale, context: CauseContext): string {
  const say = words[locale];
  const isGain = context.direction === "gain";
  switch (cause.kind) {
    case "gate": {
      const why = gateReasonText(cause.reason, locale, context.fields, context.isPrivate);
      return isGain ? say.opens(why) : say.closes(why);
    }
    case "package":
      return say.package[cause.into ? "true" : "false"];
    case "score":
      return scoreText(cause, locale, context);
    case "trigger":
      return (isGain ? say.brings : say.brought)(say.trigger[cause.trigger]);
    case "others": {
      const ids = joinWords(cause.measureIds.slice(0, NAMED), locale, "and");
      return isGain ? say.roomAfter(ids) : say.pushedBy(ids);
    }
    default:
      return say.plain[cause.kind];
  }
}

function scoreText(
  { before, after, factor, dimensionId }: Extract<MoveCause, { kind: "score" }>,
  locale: Locale,
  { instrument }: CauseContext,
): string {
  const say = words[locale];
  const name = instrument.dimensions.find(({ id }) => id === dimensionId)?.[locale] ?? dimensionId ?? "";
  const what = factor === "need" ? `${say.factor.need} ${quote(name, locale)}` : say.factor[factor];
  return say.score(formatNumber(after, locale, 3), formatNumber(before, locale, 3), what);
}
