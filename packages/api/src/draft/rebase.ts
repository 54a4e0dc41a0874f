import type { ItemWrite } from "@hp/db";
import { digestOf } from "../digest.ts";
import type { itemsOf } from "./draft-content.ts";

type Item = ReturnType<typeof itemsOf>[number];
/** An item of a draft, with what it is now. */
export interface DraftItemNow {
  readonly kind: Item["kind"];
  readonly key: string;
  readonly document: unknown;
  readonly version: number;
}

/** What moving a draft to newer content does to it. */
export interface Rebase {
  readonly writes: readonly ItemWrite[];
  /** Items that the draft and the newer content have both changed: the draft's stands, and somebody should look. */
  readonly both: readonly Pick<Item, "kind" | "key">[];
}

/**
 * Moves a draft from the content it was made from to newer content, item by item: what the draft has not touched follows
 * the newer content; what only the draft has changed stays; what both have changed stays as the draft has it and is told.
 */
export function rebaseItems(items: readonly DraftItemNow[], old: readonly Item[], newer: readonly Item[]): Rebase {
  const nameOf = ({ kind, key }: Pick<Item, "kind" | "key">) => `${kind} ${key}`;
  const byName = <T extends Pick<Item, "kind" | "key">>(list: readonly T[]) => new Map(list.map((one) => [nameOf(one), one]));
  const [mine, before, after] = [byName(items), byName(old), byName(newer)];
  const digest = (item: { readonly document: unknown } | undefined) => (item === undefined ? null : digestOf(item.document));
  const writes: ItemWrite[] = [];
  const both: Pick<Item, "kind" | "key">[] = [];
  for (const name of new Set([...mine.keys(), ...after.keys()])) {
    const [now, was, next] = [mine.get(name), before.get(name), after.get(name)];
    const theirs = digest(next);
    if (theirs === digest(was) || theirs === digest(now)) continue;
    const { kind, key } = (now ?? next) as Pick<Item, "kind" | "key">;
    if (digest(now) !== digest(was)) both.push({ kind, key });
    else
      writes.push({
        kind,
        key,
        version: now?.version ?? 0,
        before: (now?.document ?? null) as never,
        after: (next?.document ?? null) as never,
      });
  }
  return { writes, both };
}
