import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** Props of {@link DemoNote}. */
export interface DemoNoteProps {
  /** Name of the note for screen readers. */
  readonly label: string;
  /** The word that stands out, such as "Demo answers." */
  readonly strong: ReactNode;
  readonly children: ReactNode;
  /** Follows the narrow column of the answering pages. */
  readonly narrow?: boolean;
}

/** The band under the masthead that says what is made up. */
export function DemoNote({ label, strong, children, narrow = false }: DemoNoteProps) {
  return (
    <aside className="demo" aria-label={label}>
      <p className={classNames(narrow ? "phone" : "wrap")}>
        <strong>{strong}</strong> {children}
      </p>
    </aside>
  );
}
