"use client";

import type { FactView } from "@hp/contracts";
import { Button, Conflict, FieldError, SavedStatus } from "@hp/ui";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { browserCall, callAddress } from "../place/form/browser-call.ts";
import { type Failure, failureSentence, fieldSentences } from "../place/form/failure.ts";
import { useFailureWords } from "../place/form/failure-words.tsx";
import { type Draft, draftForm, draftOf, draftText, type FieldFact, isAnswer, sameDraft } from "./fact-draft.ts";
import { controlId, FactControl } from "./fact-control.tsx";
import { useFactWords } from "./fact-words.tsx";

type Status = { readonly state: "idle" | "saving" } | { readonly state: "saved"; readonly at: string } | { readonly state: "failed"; readonly failure: Failure };

const clock = (date: Date) => `${date.getHours()}.${String(date.getMinutes()).padStart(2, "0")}`;
/** Fields saved shortly after one another show the page anew once. */
const refreshAfterMs = 1500;
let refreshing: ReturnType<typeof setTimeout> | undefined;

/** A precondition as a field that saves itself. When someone else was first, both values stand side by side. */
export function FactField({ fact, describedBy }: { readonly fact: FieldFact; readonly describedBy: string }) {
  const { placeId, back, locale, words } = useFactWords();
  const failureWords = useFailureWords();
  const router = useRouter();
  const [saved, setSaved] = useState({ draft: draftOf(fact, locale), version: fact.version });
  const [draft, setDraft] = useState(saved.draft);
  const [status, setStatus] = useState<Status>({ state: "idle" });
  const [other, setOther] = useState<FactView | null>(null);
  const isSending = useRef(false);
  const queued = useRef<Draft | null>(null);

  // What others save comes with the next page; a field that one is writing in is left alone, and refused when it is sent.
  if (fact.version > saved.version && sameDraft(draft, saved.draft) && !isSending.current) {
    const now = { draft: draftOf(fact, locale), version: fact.version };
    setSaved(now);
    setDraft(now.draft);
  }

  const send = async (answer: Draft, version: number): Promise<void> => {
    if (isSending.current) {
      queued.current = answer;
      return;
    }
    isSending.current = true;
    setStatus({ state: "saving" });
    const outcome = await browserCall("profile.setFact", draftForm(fact, answer, { placeId, locale, version: String(version) }));
    isSending.current = false;
    if (!outcome.ok) {
      queued.current = null;
      const { failure } = outcome;
      if (failure.code === "stale" && "current" in failure && failure.current) setOther((failure.current as { fact: FactView }).fact);
      setStatus({ state: "failed", failure });
      return;
    }
    const result = (outcome.result as { fact: FactView }).fact;
    const now = { draft: draftOf(result, locale), version: result.version };
    setSaved(now);
    const next = queued.current;
    queued.current = null;
    if (next !== null && !sameDraft(next, now.draft)) return send(next, now.version);
    setDraft((current) => (sameDraft(current, answer) ? now.draft : current));
    setStatus({ state: "saved", at: clock(new Date()) });
    clearTimeout(refreshing);
    refreshing = setTimeout(() => router.refresh(), refreshAfterMs);
  };
  const answer = (given: Draft) => {
    setDraft(given);
    if (sameDraft(given, saved.draft) && queued.current === null && !isSending.current) return;
    // An emptied field says that one does not know; one that never had an answer says nothing.
    if (!isAnswer(given)) {
      if (!isAnswer(saved.draft)) return;
      const unknown = { values: [], isUnknown: true };
      setDraft(unknown);
      void send(unknown, saved.version);
      return;
    }
    void send(given, saved.version);
  };
  const settle = (keep: boolean) => {
    if (other === null) return;
    const theirs = { draft: draftOf(other, locale), version: other.version };
    setOther(null);
    setSaved(theirs);
    if (keep) void send(draft, other.version);
    else {
      setDraft(theirs.draft);
      setStatus({ state: "idle" });
      router.refresh();
    }
  };

  const problem = status.state === "failed" && other === null ? (fieldSentences(status.failure, failureWords).value ?? failureSentence(status.failure, failureWords)) : undefined;
  const id = controlId(fact.key);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer(draft);
  };
  return (
    <form method="post" action={callAddress("profile.setFact")} onSubmit={submit} className={problem === undefined ? "space-y-1" : "space-y-1 field-bad"} noValidate>
      {Object.entries({ placeId, back: `${back}#${id}`, locale, key: fact.key, type: fact.type, version: String(saved.version) }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <div role="alert">{problem === undefined ? null : <FieldError field={{ name: id, label: "", error: problem, errorWord: words.errorWord }} />}</div>
      {other === null ? (
        <FactControl fact={fact} draft={draft} describedBy={problem === undefined ? describedBy : `${describedBy} ${id}-error`} isInvalid={problem !== undefined} onEdit={setDraft} onAnswer={answer} />
      ) : (
        <FactConflict fact={fact} mine={draft} other={other} onSettle={settle} />
      )}
      <noscript>
        <Button type="submit">{words.save}</Button>
      </noscript>
      <SavedStatus state={problem === undefined && status.state === "failed" ? "idle" : status.state}>
        {status.state === "saving" ? words.saving : status.state === "saved" ? words.saved.replace("{time}", status.at) : problem === undefined ? null : words.notSaved}
      </SavedStatus>
    </form>
  );
}

/** Two answers to the same question: one's own, and the one that someone saved meanwhile. */
function FactConflict({ fact, mine, other, onSettle }: { readonly fact: FieldFact; readonly mine: Draft; readonly other: FactView; readonly onSettle: (keep: boolean) => void }) {
  const { locale, words } = useFactWords();
  const theirs = draftOf(other, locale);
  const by = other.setBy?.name;
  return (
    <div className="note note-wait stack" role="alert">
      <p className="label">{words.conflict.title}</p>
      <Conflict
        words={{ caption: words.conflict.caption, field: words.conflict.field, mine: words.conflict.mine, saved: by ? words.conflict.savedBy.replace("{name}", by) : words.conflict.saved, differs: words.conflict.differs }}
        rows={[{ key: fact.key, field: fact.label, mine: draftText(fact, mine, words), saved: draftText(fact, theirs, words), differs: true }]}
      >
        <p className="actions">
          <Button onClick={() => onSettle(true)}>{words.conflict.keepMine}</Button>
          <Button onClick={() => onSettle(false)}>{words.conflict.takeSaved}</Button>
        </p>
      </Conflict>
    </div>
  );
}
