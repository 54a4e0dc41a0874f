import type { FactView, PlaceHead } from "@hp/contracts";
import { Disclosure, PartyName, Status } from "@hp/ui";
import type { Say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { factAnchor, placePaths } from "../place/place-paths.ts";
import type { ReaderFormat } from "../place/reader-format.ts";
import { FactCorrection } from "./fact-correction.tsx";
import { isChoiceGroup } from "./fact-draft.ts";
import { FactField } from "./fact-field.tsx";
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

/** Who said it, and when; or where it comes from. */
function origin(fact: FactView, { t, format }: FactKit) {
  if (fact.source === "derived") return t("origin.derived");
  if (fact.source === "open_data") return [fact.period, fact.sourceLine].filter(Boolean).join(". ");
  if (fact.setAt === null) return null;
  const name = fact.setBy?.name ?? t("origin.someone");
  return (
    <>
      {fact.setBy?.party ? <PartyName party={fact.setBy.party}>{name}</PartyName> : <strong>{name}</strong>}, {format.day(fact.setAt)}
    </>
  );
}

function asked(fact: FactView, { t }: FactKit) {
  if (fact.visibility === "ownParty") return t(fact.askedOf === "company" ? "private.industry" : "private.municipality");
  return null;
}

// A group of choices is named by the text; a label would belong to its first choice, and a click on it would answer.
function FieldLabel({ fact, id }: { readonly fact: FactView; readonly id: string }) {
  if (isChoiceGroup(fact)) return <span id={`${id}-l`}>{fact.label}</span>;
  return (
    <label htmlFor={id} id={`${id}-l`}>
      {fact.label}
    </label>
  );
}

/** One precondition: what it is and why it is asked, its field or its value, who said it and when. */
export function FactRow({ fact, kit }: { readonly fact: FactView; readonly kit: FactKit }) {
  const { t, format, head } = kit;
  const id = `f-${fact.key}`;
  const field = isField(fact);
  const from = origin(fact, kit);
  const isPrivate = asked(fact, kit);
  const isCorrecting = kit.correcting === fact.key && fact.editable && fact.askedOf === "openData";
  return (
    <li className="grid gap-x-8 gap-y-2 md:grid-cols-[minmax(0,17rem)_minmax(0,1fr)]" id={factAnchor(fact.key)}>
      <div className="space-y-1">
        <h3 className="h-sans">
          {field ? <FieldLabel fact={fact} id={id} /> : fact.label}
        </h3>
        {isPrivate === null ? null : <p className="tiny muted">{isPrivate}</p>}
        {field ? (
          <>
            <p className="small muted" id={`${id}-w`}>
              {fact.help.what}
            </p>
            <Disclosure summary={t("help.summary")}>
              <p className="small">{fact.help.why}</p>
              <p className="small">{t("help.example", { example: fact.help.example })}</p>
            </Disclosure>
          </>
        ) : null}
      </div>
      <div className="space-y-1">
        {field ? (
          <FactField
            key={fact.key}
            fact={{ key: fact.key, label: fact.label, type: fact.type, unit: fact.unit, choices: fact.choices, state: fact.state, value: fact.value, version: fact.version }}
            describedBy={`${id}-w`}
          />
        ) : (
          <p className={fact.state === "known" ? "font-semibold" : "muted"}>{factText(fact, t, format)}</p>
        )}
        {from === null ? null : <p className="tiny muted">{from}</p>}
        {fact.caution === null ? null : <p className="tiny muted">{fact.caution}</p>}
        {fact.note === null ? null : <p className="small">{t("noteText", { note: fact.note })}</p>}
        {!field && fact.state === "unanswered" && fact.askedOf !== "openData" && fact.askedOf !== "derived" ? (
          <p className="small">
            <Status tone="ask">{t(`answeredBy.${fact.askedOf}`)}</Status>
          </p>
        ) : null}
        {isCorrecting ? (
          <FactCorrection fact={fact} kit={kit} />
        ) : fact.editable && fact.askedOf === "openData" ? (
          <p className="small">
            <PageLink href={`${placePaths(head.place.id).profile}?ratta=${fact.key}#${factAnchor(fact.key)}`} scroll={false}>
              {t(fact.state === "unanswered" ? "correct.fillIn" : "correct.link")}
              <span className="vh"> {fact.label}</span>
            </PageLink>
          </p>
        ) : null}
      </div>
    </li>
  );
}
