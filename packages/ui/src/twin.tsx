import type { ReactNode } from "react";
import { DataTable, type TableData } from "./data-table.tsx";

/** Props of {@link Twin}. */
export interface TwinProps {
  /** "Show as table". */
  readonly summary: ReactNode;
  readonly table: TableData;
  /** Names the area that scrolls sideways, when the table's caption is not plain text. */
  readonly label?: string;
}

/** The table twin of a drawing, one click away, scrolling sideways by itself on small screens. */
export function Twin({ summary, table, label }: TwinProps) {
  const name = label ?? (typeof table.caption === "string" ? table.caption : undefined);
  return (
    <details className="twin">
      <summary>{summary}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="scroll" tabIndex={0} aria-label={name}>
        <DataTable {...table} />
      </section>
    </details>
  );
}
