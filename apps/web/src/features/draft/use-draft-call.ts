"use client";

import { useCallback, useState } from "react";
import { announce } from "../place/form/announcer.tsx";
import { type Failure, failureOf, failureSentence, fetchFailureWords } from "../place/form/failure.ts";
import { useFailureWords } from "../place/form/failure-words.tsx";

/** A call from the editor: whether it is under way, and what went wrong in words. */
export interface DraftCall {
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  /** What went wrong as a sentence; null when nothing did. */
  readonly sentence: string | null;
  /** Runs a call. @returns What it gave; null when it was refused or failed. */
  readonly run: <T>(call: () => Promise<T>, done?: string) => Promise<T | null>;
  readonly clear: () => void;
}

/** Calls one after the other, and keeps how the last one ended. */
export function useDraftCall(): DraftCall {
  const words = useFailureWords();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = useCallback(async <T>(call: () => Promise<T>, done?: string): Promise<T | null> => {
    setBusy(true);
    try {
      const result = await call();
      setFailure(null);
      announce(done);
      return result;
    } catch (error) {
      const outcome = failureOf(error);
      if (outcome.code !== "offline") await fetchFailureWords();
      setFailure(outcome);
      return null;
    } finally {
      setBusy(false);
    }
  }, []);
  return {
    isBusy,
    failure,
    sentence: failure === null ? null : failureSentence(failure, words),
    run,
    clear: () => setFailure(null),
  };
}
