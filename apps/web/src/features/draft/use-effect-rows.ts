"use client";

import type { DraftItemView, DraftMeasureItem, DraftMeasureRow } from "@hp/contracts";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { trpc } from "../../trpc/client.ts";
import { announce } from "../place/form/announcer.tsx";
import { type FailureWords, failureOf, failureSentence, fetchFailureWords, fieldSentences } from "../place/form/failure.ts";
import { useFailureWords } from "../place/form/failure-words.tsx";
import { type EditorWords, word } from "./editor-words.ts";
import { type EffectLevel, mayHave } from "./effect-grid.ts";
import { type EffectChange, type EffectOutcome, type EffectQueue, effectQueue, type SavedEffects } from "./effect-queue.ts";
import { type EffectRow, mergedRows, shownLevel, withOutcome, withRefusal, withWanted } from "./effect-rows.ts";

const savedOf = ({ version, effects }: DraftMeasureRow): SavedEffects => ({ version, effects });
const currentOf = (item: DraftItemView | null): SavedEffects | null =>
  item === null ? null : { version: item.version, effects: (item.document as DraftMeasureItem).measure.effects };

/** Saves one effect, and says how it went: a refusal as a sentence. */
async function send(draftId: string, change: EffectChange, words: EditorWords, failureWords: FailureWords): Promise<EffectOutcome> {
  const { key, version, dimensionId, value } = change;
  try {
    const { rows } = await trpc.draft.changeMeasures.mutate({
      draftId,
      measures: [{ key, version }],
      change: { field: "effect", dimensionId, value },
    });
    const row = rows.find((one) => one.key === key);
    return row === undefined ? { why: word(words, "grid.notSaved"), current: null } : { saved: savedOf(row) };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code === "offline" || failure.code === "fault") return { why: word(words, "grid.notSaved"), current: null };
    await fetchFailureWords();
    const [field] = Object.values(fieldSentences(failure, failureWords));
    const current = failure.code === "stale" ? currentOf(failure.current as DraftItemView | null) : null;
    return { why: failure.code === "stale" ? word(words, "grid.stale") : (field ?? failureSentence(failure, failureWords)), current };
  }
}

/** What the grid shows, and how a spot is set. */
export interface EffectRows {
  readonly rows: readonly EffectRow[];
  /** Whether something is on its way. */
  readonly isSaving: boolean;
  /** Whether something has been saved here. */
  readonly hasSaved: boolean;
  readonly set: (row: EffectRow, dimensionId: string, level: EffectLevel) => void;
}

/** The rows of the grid, saved as they are changed. */
export function useEffectRows({
  draftId,
  come,
  words,
  nameOf,
}: {
  readonly draftId: string;
  /** As the page came. */
  readonly come: readonly EffectRow[];
  readonly words: EditorWords;
  /** What a spot is called. */
  readonly nameOf: (row: EffectRow, dimensionId: string) => string;
}): EffectRows {
  const router = useRouter();
  const failureWords = useFailureWords();
  const [seen, setSeen] = useState(come);
  const [rows, setRows] = useState<ReadonlyMap<string, EffectRow>>(() => mergedRows(new Map(), come));
  const [activity, setActivity] = useState({ isSaving: false, hasSaved: false });
  if (seen !== come) {
    setSeen(come);
    setRows(mergedRows(rows, come));
  }
  const latest = useRef({ words, failureWords, nameOf, router });
  latest.current = { words, failureWords, nameOf, router };
  const fresh = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(fresh.current), []);

  const change = useCallback((key: string, next: (row: EffectRow) => EffectRow) => {
    setRows((now) => {
      const row = now.get(key);
      return row === undefined ? now : new Map(now).set(key, next(row));
    });
  }, []);

  const made = useRef<EffectQueue>(undefined);
  made.current ??= effectQueue(
    (one) => send(draftId, one, latest.current.words, latest.current.failureWords),
    (one, outcome) => {
      change(one.key, (row) => withOutcome(row, one, outcome));
      // The queue forgets a measure after it has told of it.
      queueMicrotask(() => {
        const isIdle = made.current?.isIdle() ?? true;
        setActivity((now) => ({ isSaving: !isIdle, hasSaved: now.hasSaved || "saved" in outcome }));
        if (!isIdle) return;
        if ("saved" in outcome) announce(word(latest.current.words, "saved"));
        // What the router remembers of the draft's pages is old now. Not after each key: the whole page would come anew.
        clearTimeout(fresh.current);
        fresh.current = setTimeout(() => latest.current.router.refresh(), 1500);
      });
    },
  );

  const set = useCallback(
    (row: EffectRow, dimensionId: string, level: EffectLevel) => {
      if (!mayHave(level, row.mainDimension === dimensionId)) {
        change(row.key, (now) => withRefusal(now, dimensionId, word(latest.current.words, "grid.mainNeeds")));
        return;
      }
      if (level === shownLevel(row, dimensionId) && row.refused[dimensionId] === undefined) return;
      change(row.key, (now) => withWanted(now, dimensionId, level));
      setActivity((now) => ({ ...now, isSaving: true }));
      announce(`${latest.current.nameOf(row, dimensionId)}: ${level}`);
      made.current?.put({ key: row.key, version: row.version, dimensionId, value: level });
    },
    [change],
  );
  return { rows: [...rows.values()], ...activity, set };
}
