import type { ReactNode } from "react";

/** Props of {@link Disclosure}. */
export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly id?: string;
  /** Disclosures with the same name close each other. */
  readonly name?: string;
}

/** Reasons on demand: the browser's own disclosure. Open in print. */
export function Disclosure({ summary, children, open, id, name }: DisclosureProps) {
  return (
    <details className="more" open={open} id={id} name={name}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
