"use client";

import type { FactView } from "@hp/contracts";
import { Disclosure, PartyName, Status } from "@hp/ui";
import Link from "next/link";
import type { ReactNode } from "react";
import { factAnchor } from "../place/place-paths.ts";
import { type FieldFact, isChoiceGroup } from "./fact-draft.ts";
import { FactField } from "./fact-field.tsx";
import { useFactWords } from "./fact-words.tsx";

/** A row of the profile as data, already in the reader's words: sixty of them are sent, so what there is not is left out. */
export interface FactLine {
  readonly key: string;
  readonly label: string;
  readonly privacy?: string;
  readonly field?: Omit<FieldFact, "key" | "label" | "unit" | "choices"> & Partial<Pick<FieldFact, "unit" | "choices">>;
  readonly help?: FactView["help"];
  readonly text?: string;
  readonly isKnown?: boolean;
  readonly by?: string;
  readonly party?: "municipality" | "industry";
  readonly on?: string;
  readonly source?: string;
  readonly caution?: string;
  readonly note?: string;
  /** Who answers it, when nobody has. */
  readonly asks?: string;
  /** The words of the link to correct it by hand. */
  readonly correct?: string;
}

/** A row of the profile. What stands in it is made on the server; `children` is the form of a correction. */
export function FactLineView({ line, children }: { readonly line: FactLine; readonly children?: ReactNode }) {
  return (
    <li className="grid gap-x-8 gap-y-2 md:grid-cols-[minmax(0,17rem)_minmax(0,1fr)]" id={factAnchor(line.key)}>
      <div className="space-y-1">
        <Question line={line} />
      </div>
      <div className="space-y-1">
        {line.field === undefined ? (
          <p className={line.isKnown ? "font-semibold" : "muted"}>{line.text}</p>
        ) : (
          <FactField fact={{ unit: null, choices: [], ...line.field, key: line.key, label: line.label }} describedBy={`f-${line.key}-w`} />
        )}
        <Origin line={line} />
        <Answering line={line} />
        {children}
      </div>
    </li>
  );
}

function Question({ line }: { readonly line: FactLine }) {
  const { words } = useFactWords();
  const id = `f-${line.key}`;
  return (
    <>
      <h3 className="h-sans">
        {line.field === undefined ? (
          line.label
        ) : isChoiceGroup(line.field) ? (
          // A label would belong to the group's first choice, and a click on it would answer.
          <span id={`${id}-l`}>{line.label}</span>
        ) : (
          <label htmlFor={id} id={`${id}-l`}>
            {line.label}
          </label>
        )}
      </h3>
      {line.privacy === undefined ? null : <p className="tiny muted">{line.privacy}</p>}
      {line.help === undefined ? null : (
        <>
          <p className="small muted" id={`${id}-w`}>
            {line.help.what}
          </p>
          <Disclosure summary={words.helpSummary}>
            <p className="small">{line.help.why}</p>
            <p className="small">{words.helpExample.replace("{example}", line.help.example)}</p>
          </Disclosure>
        </>
      )}
    </>
  );
}

/** Who said it, and when; or where it comes from; and what to mind. */
function Origin({ line }: { readonly line: FactLine }) {
  return (
    <>
      {line.source === undefined ? null : <p className="tiny muted">{line.source}</p>}
      {line.by === undefined ? null : (
        <p className="tiny muted">
          {line.party === undefined ? <strong>{line.by}</strong> : <PartyName party={line.party}>{line.by}</PartyName>}, {line.on}
        </p>
      )}
      {line.caution === undefined ? null : <p className="tiny muted">{line.caution}</p>}
      {line.note === undefined ? null : <p className="small">{line.note}</p>}
    </>
  );
}

/** Who answers when it is not the reader; and the way to correct an open figure. */
function Answering({ line }: { readonly line: FactLine }) {
  const { back } = useFactWords();
  return (
    <>
      {line.asks === undefined ? null : (
        <p className="small">
          <Status tone="ask">{line.asks}</Status>
        </p>
      )}
      {line.correct === undefined ? null : (
        <p className="small">
          <Link href={`${back}?ratta=${line.key}#${factAnchor(line.key)}`} scroll={false} prefetch={false}>
            {line.correct}
            <span className="vh"> {line.label}</span>
          </Link>
        </p>
      )}
    </>
  );
}
