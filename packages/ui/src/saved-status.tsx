import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

/** Props of {@link SavedStatus}. */
export interface SavedStatusProps {
  /** Nothing to say yet, being saved, saved, or not saved. */
  readonly state: "idle" | "saving" | "saved" | "failed";
  /** "Saved 14.02". Empty while idle: the live region must stand in the page before its words come. */
  readonly children?: ReactNode;
}

const icons = { idle: undefined, saving: "wait", saved: "ok", failed: "no" } as const;

/** What happened to the latest change, announced politely. */
export function SavedStatus({ state, children }: SavedStatusProps) {
  const icon = icons[state];
  return (
    <p className={classNames("saved", state === "failed" && "saved-stop")} role="status">
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </p>
  );
}
