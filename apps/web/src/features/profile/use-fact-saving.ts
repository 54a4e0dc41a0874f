import type { FactView } from "@hp/contracts";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { browserCall } from "../place/form/browser-call.ts";
import type { Failure } from "../place/form/failure.ts";
import { type Draft, draftForm, draftOf, type FieldFact, isAnswer, sameDraft } from "./fact-draft.ts";
import { useFactWords } from "./fact-words.tsx";

/** What happened to the latest answer. */
export type FactStatus =
  | { readonly state: "idle" | "saving" }
  | { readonly state: "saved"; readonly at: string }
  | { readonly state: "failed"; readonly failure: Failure };

const clock = (date: Date) => `${String(date.getHours()).padStart(2, "0")}.${String(date.getMinutes()).padStart(2, "0")}`;

/** Fields saved shortly after one another show the page anew once. */
const refreshAfterMs = 1500;
let refreshing: ReturnType<typeof setTimeout> | undefined;

const unknown: Draft = { values: [], isUnknown: true };

/**
 * Saves a field's answers one at a time, from the version they were made from. A refused one leaves the other answer in
 * `other`, to choose between. An emptied field says that one does not know; one that never had an answer says nothing.
 */
export function useFactSaving(fact: FieldFact) {
  const { placeId, locale } = useFactWords();
  const router = useRouter();
  const [saved, setSaved] = useState({ draft: draftOf(fact, locale), version: fact.version });
  const [draft, setDraft] = useState(saved.draft);
  const [status, setStatus] = useState<FactStatus>({ state: "idle" });
  const [other, setOther] = useState<FactView | null>(null);
  const isSending = useRef(false);
  const queued = useRef<Draft | null>(null);

  // What others save comes with the next page; a field that one is writing in is left alone, and refused when it is sent.
  if (fact.version > saved.version && sameDraft(draft, saved.draft) && status.state !== "saving") {
    const now = { draft: draftOf(fact, locale), version: fact.version };
    setSaved(now);
    setDraft(now.draft);
  }

  const refuse = (failure: Failure) => {
    queued.current = null;
    if (failure.code === "stale" && "current" in failure && failure.current) setOther((failure.current as { fact: FactView }).fact);
    setStatus({ state: "failed", failure });
  };
  const send = async (answer: Draft, version: number): Promise<void> => {
    if (isSending.current) {
      queued.current = answer;
      return;
    }
    isSending.current = true;
    setStatus({ state: "saving" });
    const outcome = await browserCall("profile.setFact", draftForm(fact, answer, { placeId, locale, version: String(version) }));
    isSending.current = false;
    if (!outcome.ok) return refuse(outcome.failure);
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
    const meant = isAnswer(given) || !isAnswer(saved.draft) ? given : unknown;
    setDraft(meant);
    const isNews = !sameDraft(meant, saved.draft) || queued.current !== null || isSending.current || status.state === "failed";
    if (isNews && isAnswer(meant)) void send(meant, saved.version);
  };
  /** Ends a clash: with one's own answer, saved over the other from its version, or with the other. */
  const settle = (keep: boolean) => {
    if (other === null) return;
    const theirs = { draft: draftOf(other, locale), version: other.version };
    setOther(null);
    setSaved(theirs);
    if (keep) {
      void send(draft, other.version);
      return;
    }
    setDraft(theirs.draft);
    setStatus({ state: "idle" });
    router.refresh();
  };
  return { draft, version: saved.version, status, other, edit: setDraft, answer, settle };
}
