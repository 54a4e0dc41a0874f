"use client";

import type { DraftItemView } from "@hp/contracts";
import { Button } from "@hp/ui";
import type { ReactNode } from "react";
import { fieldSentences } from "../place/form/failure.ts";
import { useFailureWords } from "../place/form/failure-words.tsx";
import { type EditorWords, word } from "./editor-words.ts";
import { pathWord } from "./path-word.ts";
import type { DraftCall } from "./use-draft-call.ts";

/** Somebody was first: what they saved, beside what stands here. Nothing of either is lost. */
export function Clash({
  current,
  words,
  onTake,
  onKeep,
}: {
  readonly current: DraftItemView;
  readonly words: EditorWords;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}) {
  const theirs = current.history[0];
  return (
    <section className="note stack-4" aria-labelledby="krock-h">
      <h2 id="krock-h">{word(words, "clash.title", { name: current.updatedBy?.name ?? word(words, "clash.somebody") })}</h2>
      <p>{word(words, "clash.text")}</p>
      <ul className="plain">
        {(theirs?.sentences ?? []).map((sentence) => (
          <li key={sentence.sv}>{sentence[words.locale === "en" ? "en" : "sv"]}</li>
        ))}
      </ul>
      <p className="actions">
        <Button onClick={onKeep}>{word(words, "clash.keep")}</Button>
        <Button variant="quiet" onClick={onTake}>
          {word(words, "clash.take")}
        </Button>
      </p>
    </section>
  );
}

/** What was refused, and how the form is saved, laid aside or taken out. */
export function SaveBar({
  call,
  words,
  children,
}: {
  readonly call: DraftCall;
  readonly words: EditorWords;
  readonly children: ReactNode;
}) {
  const failureWords = useFailureWords();
  const sentences = call.failure === null ? {} : fieldSentences(call.failure, failureWords);
  const paths = call.failure !== null && "fields" in call.failure ? call.failure.fields.map(({ path }) => path) : [];
  const problems = [...new Set(paths.map((path) => `${pathWord(words, path)}: ${sentences[path]}`))];
  return (
    <section className="save-bar" aria-label={word(words, "save")}>
      {problems.map((problem) => (
        <p key={problem} className="field-error">
          {problem}
        </p>
      ))}
      {call.sentence === null || (call.failure !== null && call.failure.code === "stale") ? null : (
        <p className="field-error" role="alert">
          {call.sentence}
        </p>
      )}
      <div className="actions">{children}</div>
    </section>
  );
}

interface ActionsProps {
  readonly isNew: boolean;
  readonly isBusy: boolean;
  readonly isSaved: boolean;
  readonly isRetired: boolean;
  readonly isPublished: boolean;
  readonly words: EditorWords;
  readonly onTurn: () => void;
  readonly onRemove: () => void;
}

/** What can be done with the form. */
export function Actions({ isNew, isBusy, isSaved, isRetired, isPublished, words, onTurn, onRemove }: ActionsProps) {
  return (
    <>
      <Button type="submit" variant="go" busy={isBusy} busyLabel={word(words, "saving")}>
        {word(words, isNew ? "measure.add" : "save")}
      </Button>
      {isNew && isSaved ? null : <span className="small muted">{word(words, isSaved ? "allSaved" : "notSaved")}</span>}
      {isNew ? null : (
        <Button variant="quiet" onClick={onTurn}>
          {word(words, isRetired ? "measure.restore" : "measure.retire")}
        </Button>
      )}
      {isNew || isPublished ? null : (
        <Button variant="quiet" onClick={onRemove}>
          {word(words, "measure.remove")}
        </Button>
      )}
    </>
  );
}
