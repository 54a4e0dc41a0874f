"use client";

import type { DraftItemView, DraftMeasureItem } from "@hp/contracts";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { trpc } from "../../trpc/client.ts";
import { draftPaths } from "../content/content-paths.ts";
import { word } from "./editor-words.ts";
import type { MeasureEditorProps } from "./measure-editor.tsx";
import { type DraftCall, useDraftCall } from "./use-draft-call.ts";

/** The item as somebody else has saved it; null unless a save was refused for that. */
export const staleItem = ({ failure }: DraftCall): DraftItemView | null =>
  failure !== null && "current" in failure && failure.code === "stale" ? (failure.current as DraftItemView | null) : null;

/** The measure in use again, or out of use. */
export function turned(item: DraftMeasureItem): DraftMeasureItem {
  const { retired, ...rest } = item.measure;
  return { ...item, measure: retired === true ? rest : { ...rest, retired: true } };
}

/** The state of the form: the measure as it stands here, and the version that it was last saved or loaded at. */
export function useMeasureForm({ draftId, document, version: loaded, words }: MeasureEditorProps) {
  const router = useRouter();
  const call = useDraftCall();
  const [item, setItem] = useState(document);
  const [version, setVersion] = useState(loaded);
  const [isSaved, setSaved] = useState(true);
  const change = (next: DraftMeasureItem) => {
    setItem(next);
    setSaved(false);
  };
  const save = async (from: number, next: DraftMeasureItem) => {
    change(next);
    const key = next.measure.id;
    const saved = await call.run(
      () => trpc.draft.saveItem.mutate({ draftId, kind: "measure", key, version: from, document: next }),
      word(words, "saved"),
    );
    if (saved === null) return;
    setVersion(saved.version);
    setSaved(true);
    if (from === 0) router.push(draftPaths(draftId).measure(key));
    else router.refresh();
  };
  const remove = async () => {
    const ref = { draftId, kind: "measure", key: item.measure.id, version } as const;
    const gone = await call.run(() => trpc.draft.removeItem.mutate(ref), word(words, "removed"));
    if (gone !== null) router.push(draftPaths(draftId).table);
  };
  const take = (current: DraftItemView) => {
    setItem(current.document as DraftMeasureItem);
    setVersion(current.version);
    setSaved(true);
    call.clear();
  };
  return { call, item, version, isSaved, change, save, remove, take };
}
