import type { FactView, PlaceHead } from "@hp/contracts";
import type { Say } from "../place/kit.ts";
import type { ReaderFormat } from "../place/reader-format.ts";
import { FactCorrection } from "./fact-correction.tsx";
import { type FactLine, FactLineView } from "./fact-line.tsx";
import { factText } from "./fact-text.ts";

/** What the rows of the profile share. */
export interface FactKit {
  readonly head: PlaceHead;
  readonly t: Say;
  readonly format: ReaderFormat;
  /** The open figure that is being corrected by hand, by key. */
  readonly correcting: string | null;
}

/** Whether the reader answers it in a field of its own: open figures are corrected apart, derived ones never. */
export const isField = (fact: FactView) => fact.editable && fact.askedOf !== "openData" && fact.askedOf !== "derived";

const isCorrectable = (fact: FactView) => fact.editable && fact.askedOf === "openData";

/** Who said it, and when; or where it comes from. */
function origin(fact: FactView, { t, format }: FactKit): Partial<FactLine> {
  if (fact.source === "derived") return { source: t("origin.derived") };
  if (fact.source === "open_data") return { source: [fact.period, fact.sourceLine].filter(Boolean).join(". ") };
  if (fact.setAt === null) return {};
  const party = fact.setBy?.party ?? null;
  return { by: fact.setBy?.name ?? t("origin.someone"), on: format.day(fact.setAt), ...(party === null ? {} : { party }) };
}

/** What stands in the row's second half: a field, or the value in words with who answers it. */
function answer(fact: FactView, { t, format, correcting }: FactKit): Partial<FactLine> {
  if (isField(fact)) {
    const { type, unit, choices, state, value, version, help } = fact;
    return {
      field: { type, state, value, version, ...(unit === null ? {} : { unit }), ...(choices.length === 0 ? {} : { choices }) },
      help,
    };
  }
  const isAsked = fact.askedOf !== "openData" && fact.askedOf !== "derived" && fact.state === "unanswered";
  return {
    text: factText(fact, t, format),
    isKnown: fact.state === "known",
    ...(isAsked ? { asks: t(`answeredBy.${fact.askedOf}`) } : {}),
    ...(isCorrectable(fact) && correcting !== fact.key
      ? { correct: t(fact.state === "unanswered" ? "correct.fillIn" : "correct.link") }
      : {}),
  };
}

/** One precondition: what it is and why it is asked, its field or its value, who said it and when. */
export function FactRow({ fact, kit }: { readonly fact: FactView; readonly kit: FactKit }) {
  const { t } = kit;
  const line: FactLine = {
    key: fact.key,
    label: fact.label,
    ...(fact.visibility === "ownParty" ? { privacy: t(fact.askedOf === "company" ? "private.industry" : "private.municipality") } : {}),
    ...answer(fact, kit),
    ...origin(fact, kit),
    ...(fact.caution === null ? {} : { caution: fact.caution }),
    ...(fact.note === null ? {} : { note: t("noteText", { note: fact.note }) }),
  };
  return (
    <FactLineView line={line}>
      {isCorrectable(fact) && kit.correcting === fact.key ? <FactCorrection fact={fact} kit={kit} /> : null}
    </FactLineView>
  );
}
