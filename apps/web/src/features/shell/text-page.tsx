import type { ReactNode } from "react";

/** Props of {@link TextPage}. */
export interface TextPageProps {
  readonly title: string;
  readonly lead: ReactNode;
  /** Sections. */
  readonly children: ReactNode;
}

/** A page to read: heading, what it is in two sentences, sections. */
export function TextPage({ title, lead, children }: TextPageProps) {
  return (
    <div className="wrap">
      <div className="place stack-6">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </div>
      {children}
    </div>
  );
}

/** Statements under each other, with a hairline between. */
export function PlainList({ items }: { readonly items: readonly string[] }) {
  return (
    <ul className="plain measure">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
