import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

const signs = { done: "ok", wait: "wait", stop: "no", ask: "ask" } as const satisfies Record<string, IconName>;

/** What a status says: finished, waiting for someone, refused or wrong, not known yet. */
export type StatusTone = keyof typeof signs;

/** A status in a sign, a colour and words. */
export function Status({ tone, children }: { readonly tone: StatusTone; readonly children: ReactNode }) {
  return (
    <span className={`status s-${tone}`}>
      <Icon name={signs[tone]} />
      <span>{children}</span>
    </span>
  );
}
