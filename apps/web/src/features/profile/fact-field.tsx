"use client";

import type { FactView } from "@hp/contracts";
import { Button, Conflict, FieldError, SavedStatus } from "@hp/ui";
import type { FormEvent } from "react";
import { callAddress } from "../place/form/browser-call.ts";
import { type FailureWords, failureSentence, fieldSentences } from "../place/form/failure.ts";
import { useFailureWords } from "../place/form/failure-words.tsx";
import { controlId, FactControl } from "./fact-control.tsx";
import { type Draft, draftOf, draftText, type FieldFact } from "./fact-draft.ts";
import { useFactWords } from "./fact-words.tsx";
import { type FactStatus, useFactSaving } from "./use-fact-saving.ts";

const problemOf = (status: FactStatus, words: FailureWords) =>
  status.state === "failed" ? (fieldSentences(status.failure, words).value ?? failureSentence(status.failure, words)) : undefined;

/** A precondition as a field that saves itself. When someone else was first, both answers stand side by side. */
export function FactField({ fact, describedBy }: { readonly fact: FieldFact; readonly describedBy: string }) {
  const { placeId, back, locale, words } = useFactWords();
  const failureWords = useFailureWords();
  const { draft, version, status, other, edit, answer, settle } = useFactSaving(fact);
  const problem = other === null ? problemOf(status, failureWords) : undefined;
  const id = controlId(fact.key);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer(draft);
  };
  return (
    <form
      method="post"
      action={callAddress("profile.setFact")}
      onSubmit={submit}
      className={problem === undefined ? "space-y-1" : "space-y-1 field-bad"}
      noValidate
    >
      <div role="alert">
        {problem === undefined ? null : <FieldError field={{ name: id, label: "", error: problem, errorWord: words.errorWord }} />}
      </div>
      {other === null ? (
        <FactControl
          fact={fact}
          draft={draft}
          describedBy={problem === undefined ? describedBy : `${describedBy} ${id}-error`}
          isInvalid={problem !== undefined}
          onEdit={edit}
          onAnswer={answer}
        />
      ) : (
        <FactConflict fact={fact} mine={draft} other={other} onSettle={settle} />
      )}
      <noscript>
        <Button type="submit">{words.save}</Button>
      </noscript>
      <Saved status={status} />
      {Object.entries({ placeId, back: `${back}#${id}`, locale, key: fact.key, type: fact.type, version: String(version) }).map(
        ([name, value]) => (
          <input type="hidden" name={name} value={value} key={name} />
        ),
      )}
    </form>
  );
}

function Saved({ status }: { readonly status: FactStatus }) {
  const { words } = useFactWords();
  if (status.state === "saving") return <SavedStatus state="saving">{words.saving}</SavedStatus>;
  return status.state === "saved" ? (
    <SavedStatus state="saved">{words.saved.replace("{time}", status.at)}</SavedStatus>
  ) : (
    <SavedStatus state="idle">{status.state === "failed" ? words.notSaved : null}</SavedStatus>
  );
}

interface FactConflictProps {
  readonly fact: FieldFact;
  readonly mine: Draft;
  readonly other: FactView;
  readonly onSettle: (keep: boolean) => void;
}

/** Two answers to the same question: one's own, and the one that someone saved meanwhile. */
function FactConflict({ fact, mine, other, onSettle }: FactConflictProps) {
  const { locale, words } = useFactWords();
  const by = other.setBy?.name;
  const { conflict } = words;
  return (
    <div className="note note-wait stack" role="alert">
      <p className="label">{conflict.title}</p>
      <Conflict
        words={{
          caption: conflict.caption,
          field: conflict.field,
          mine: conflict.mine,
          saved: by ? conflict.savedBy.replace("{name}", by) : conflict.saved,
          differs: conflict.differs,
        }}
        rows={[
          {
            key: fact.key,
            field: fact.label,
            mine: draftText(fact, mine, words),
            saved: draftText(fact, draftOf(other, locale), words),
            differs: true,
          },
        ]}
      >
        <p className="actions">
          <Button onClick={() => onSettle(true)}>{conflict.keepMine}</Button>
          <Button onClick={() => onSettle(false)}>{conflict.takeSaved}</Button>
        </p>
      </Conflict>
    </div>
  );
}
