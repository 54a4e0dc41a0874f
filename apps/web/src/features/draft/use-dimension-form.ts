"use client";

import type { DraftItemView } from "@hp/contracts";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { trpc } from "../../trpc/client.ts";
import type { DraftDimension, DraftStatement } from "./dimension-edit.ts";
import { type EditorWords, word } from "./editor-words.ts";
import { type DraftCall, useDraftCall } from "./use-draft-call.ts";

/** The dimension as somebody else has saved it; null unless a save was refused for that. */
export const staleDimension = ({ failure }: DraftCall): DraftItemView | null =>
  failure !== null && "current" in failure && failure.code === "stale" ? (failure.current as DraftItemView | null) : null;

/** The form of one dimension, and what can be done with it. */
export interface DimensionForm {
  readonly call: DraftCall;
  readonly dimension: DraftDimension;
  readonly version: number;
  readonly isSaved: boolean;
  /** Every statement that stands here or has stood here: their ids are used. */
  readonly used: readonly Pick<DraftStatement, "id">[];
  /** What stood here before the saved version was taken instead; null when none was. */
  readonly aside: DraftDimension | null;
  readonly change: (next: DraftDimension) => void;
  readonly save: (from: number) => Promise<void>;
  readonly take: (current: DraftItemView) => void;
  readonly takeBack: () => void;
}

/** The state of the form of one dimension: saved as a whole, from the version that was seen. */
export function useDimensionForm({
  draftId,
  document,
  version: loaded,
  base,
  words,
}: {
  readonly draftId: string;
  readonly document: DraftDimension;
  readonly version: number;
  readonly base: DraftDimension | null;
  readonly words: EditorWords;
}): DimensionForm {
  const router = useRouter();
  const call = useDraftCall();
  const [dimension, setDimension] = useState(document);
  const [version, setVersion] = useState(loaded);
  const [isSaved, setSaved] = useState(true);
  const [aside, setAside] = useState<DraftDimension | null>(null);
  const [used, setUsed] = useState<readonly Pick<DraftStatement, "id">[]>([...document.items, ...(base?.items ?? [])]);
  const latest = useRef(dimension);

  const show = (next: DraftDimension) => {
    latest.current = next;
    setDimension(next);
    setUsed((before) => [...before, ...next.items.filter(({ id }) => !before.some((one) => one.id === id))]);
  };
  const change = (next: DraftDimension) => {
    show(next);
    setSaved(false);
  };
  const save = async (from: number) => {
    const sent = latest.current;
    const done = await call.run(
      () => trpc.draft.saveItem.mutate({ draftId, kind: "dimension", key: sent.id, version: from, document: sent }),
      word(words, "saved"),
    );
    if (done === null) return;
    setVersion(done.version);
    // What was written while it was being saved is not saved yet.
    if (latest.current === sent) {
      show(done.document as DraftDimension);
      setSaved(true);
      setAside(null);
    }
    router.refresh();
  };
  const take = (current: DraftItemView) => {
    setAside(latest.current);
    show(current.document as DraftDimension);
    setVersion(current.version);
    setSaved(true);
    call.clear();
  };
  const takeBack = () => {
    if (aside !== null) change(aside);
    setAside(null);
  };

  useEffect(() => {
    if (isSaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isSaved]);
  return { call, dimension, version, isSaved, used, aside, change, save, take, takeBack };
}
