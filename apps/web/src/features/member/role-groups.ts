import { roleGroupsOf } from "@hp/domain/access";
import type { Say } from "../place/kit.ts";

type Kind = keyof typeof roleGroupsOf;

/** The role groups of each kind of organisation, under its name, for a list of choices. */
export function groupsByKind(t: Say, kinds: readonly Kind[]) {
  return [...new Set(kinds)]
    .filter((kind) => roleGroupsOf[kind].length > 0)
    .map((kind) => ({
      label: t(`kind.${kind}`),
      options: roleGroupsOf[kind].map((group) => ({ value: group as string, label: t(`group.${group}`) })),
    }));
}
