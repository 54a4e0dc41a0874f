import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Status, type StatusTone } from "./status.tsx";

/** Props of {@link Note}. */
export interface NoteProps {
  /** What it is about; `plain` has no sign. */
  readonly tone?: Exclude<StatusTone, "ask"> | "plain";
  /** The words beside the sign. Needed for every tone but `plain` and `wait`, so that colour never speaks alone. */
  readonly title?: ReactNode;
  /** Announces the note when it appears: `status` politely, `alert` at once. */
  readonly live?: "status" | "alert";
  readonly children?: ReactNode;
}

/** A note that stands out from the page: something waits, went wrong, or is done. */
export function Note({ tone = "plain", title, live, children }: NoteProps) {
  return (
    <div className={classNames("note", tone !== "plain" && `note-${tone}`)} role={live}>
      {title === undefined ? null : (
        <p>{tone === "plain" || tone === "wait" ? <strong>{title}</strong> : <Status tone={tone}>{title}</Status>}</p>
      )}
      {children}
    </div>
  );
}
