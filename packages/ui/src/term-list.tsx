import type { ReactNode } from "react";

/** A term and what is said about it. */
export interface TermItem {
  readonly term: string;
  readonly value: ReactNode;
}

function TermList({ className, items }: { readonly className: string; readonly items: readonly TermItem[] }) {
  return (
    <dl className={className}>
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Short facts in a line: evidence, cost, time, who. */
export function MetaList({ items }: { readonly items: readonly TermItem[] }) {
  return <TermList className="meta" items={items} />;
}

/** Reasons as a few lines each, two columns where there is room. */
export function ReasonList({ items }: { readonly items: readonly TermItem[] }) {
  return <TermList className="reasons" items={items} />;
}
