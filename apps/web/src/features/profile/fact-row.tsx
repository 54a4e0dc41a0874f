import type { FactView, PlaceHead } from "@hp/contracts";
import { Disclosure, PartyName, Status } from "@hp/ui";
import type { Say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { factAnchor, placePaths } from "../place/place-paths.ts";
import type { ReaderFormat } from "../place/reader-format.ts";
import { FactCorrection } from "./fact-correction.tsx";
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

interface RowProps {
  readonly fact: FactView;
  readonly kit: FactKit;
}

/** Whether the reader answers it in a field of its own: open figures are corrected apart, derived ones never. */
export const isField = (fact: FactView) => fact.editable && fact.askedOf !== "openData" && fact.askedOf !== "derived";

const labelId = (fact: FactView) => `f-${fact.key}-l`;
const helpId = (fact: FactView) => `f-${fact.key}-w`;

/** One precondition: what it is and why it is asked, its field or its value, who said it and when. */
export function FactRow({ fact, kit }: RowProps) {
  const { format, t } = kit;
  return (
    <li className="grid gap-x-8 gap-y-2 md:grid-cols-[minmax(0,17rem)_minmax(0,1fr)]" id={factAnchor(fact.key)}>
      <div className="space-y-1">
        <Question fact={fact} kit={kit} />
      </div>
      <div className="space-y-1">
        {isField(fact) ? (
          <FactField
            key={fact.key}
            fact={{
              key: fact.key,
              label: fact.label,
              type: fact.type,
              unit: fact.unit,
              choices: fact.choices,
              state: fact.state,
              value: fact.value,
              version: fact.version,
            }}
            describedBy={helpId(fact)}
          />
        ) : (
          <p className={fact.state === "known" ? "font-semibold" : "muted"}>{factText(fact, t, format)}</p>
        )}
        <Origin fact={fact} kit={kit} />
        <Answering fact={fact} kit={kit} />
      </div>
    </li>
  );
}

function Question({ fact, kit }: RowProps) {
  const { t } = kit;
  const isPrivate = fact.visibility === "ownParty";
  const privacy = isPrivate ? (
    <p className="tiny muted">{t(fact.askedOf === "company" ? "private.industry" : "private.municipality")}</p>
  ) : null;
  if (!isField(fact))
    return (
      <>
        <h3 className="h-sans">{fact.label}</h3>
        {privacy}
      </>
    );
  return (
    <>
      <h3 className="h-sans">
        <label htmlFor={`f-${fact.key}`} id={labelId(fact)}>
          {fact.label}
        </label>
      </h3>
      {privacy}
      <p className="small muted" id={helpId(fact)}>
        {fact.help.what}
      </p>
      <Disclosure summary={t("help.summary")}>
        <p className="small">{fact.help.why}</p>
        <p className="small">{t("help.example", { example: fact.help.example })}</p>
      </Disclosure>
    </>
  );
}

/** Who said it, and when; or where it comes from; and what to mind. */
function Origin({ fact, kit }: RowProps) {
  const { t } = kit;
  return (
    <>
      <OriginLine fact={fact} kit={kit} />
      {fact.caution === null ? null : <p className="tiny muted">{fact.caution}</p>}
      {fact.note === null ? null : <p className="small">{t("noteText", { note: fact.note })}</p>}
    </>
  );
}

function OriginLine({ fact, kit }: RowProps) {
  const { t, format } = kit;
  if (fact.source === "derived") return <p className="tiny muted">{t("origin.derived")}</p>;
  if (fact.source === "open_data") return <p className="tiny muted">{[fact.period, fact.sourceLine].filter(Boolean).join(". ")}</p>;
  if (fact.setAt === null) return null;
  const name = fact.setBy?.name ?? t("origin.someone");
  const party = fact.setBy?.party ?? null;
  return (
    <p className="tiny muted">
      {party === null ? <strong>{name}</strong> : <PartyName party={party}>{name}</PartyName>}, {format.day(fact.setAt)}
    </p>
  );
}

/** Who answers when it is not the reader; and the way to correct an open figure. */
function Answering({ fact, kit }: RowProps) {
  const { t, head, correcting } = kit;
  if (fact.askedOf === "derived" || isField(fact)) return null;
  if (fact.askedOf !== "openData")
    return fact.state === "unanswered" ? (
      <p className="small">
        <Status tone="ask">{t(`answeredBy.${fact.askedOf}`)}</Status>
      </p>
    ) : null;
  if (!fact.editable) return null;
  if (correcting === fact.key) return <FactCorrection fact={fact} kit={kit} />;
  return (
    <p className="small">
      <PageLink href={`${placePaths(head.place.id).profile}?ratta=${fact.key}#${factAnchor(fact.key)}`} scroll={false}>
        {t(fact.state === "unanswered" ? "correct.fillIn" : "correct.link")}
        <span className="vh"> {fact.label}</span>
      </PageLink>
    </p>
  );
}
