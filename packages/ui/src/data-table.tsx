import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** A column of a table. */
export interface TableColumn {
  readonly key: string;
  readonly label: ReactNode;
  /** Numbers stand to the right. */
  readonly align?: "start" | "end";
  /** The heading is read but not seen. */
  readonly hideLabel?: boolean;
  /**
   * What stands before the value when the table is blocks. Default: the label when it is plain text.
   * `false`: nothing, because the value explains itself.
   */
  readonly cardLabel?: string | false;
  readonly nowrap?: boolean;
}

/** A row: one cell per column, the first is the row's heading. */
export interface TableRow {
  readonly key: string;
  readonly cells: readonly ReactNode[];
  /** `mine`: the row of one's own place; `sum`: the total. */
  readonly tone?: "mine" | "sum";
  readonly id?: string;
}

/** A table as data: what a chart's twin is made of. */
export interface TableData {
  readonly caption: ReactNode;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** Props of {@link DataTable}. */
export interface DataTableProps extends TableData {
  /** The caption is read but not seen, when a heading beside says the same. */
  readonly hideCaption?: boolean;
  /** Under 52rem each row becomes a block with labelled values; roles keep it a table for screen readers. */
  readonly cards?: boolean;
  /** Instead of rows: what to do when there are none. */
  readonly empty?: ReactNode;
  readonly className?: string;
}

const roles = (cards: boolean, role: string) => (cards ? { role } : undefined);

/** A real table with caption, column and row headings. */
export function DataTable({ caption, columns, rows, hideCaption = false, cards = false, empty, className }: DataTableProps) {
  return (
    <table className={classNames(cards && "cards", className)} {...roles(cards, "table")}>
      <caption className={classNames(hideCaption && "vh")}>{caption}</caption>
      <thead {...roles(cards, "rowgroup")}>
        <tr {...roles(cards, "row")}>
          {columns.map((column) => (
            <th scope="col" key={column.key} className={cellClass(column)} {...roles(cards, "columnheader")}>
              {column.hideLabel === true ? <span className="vh">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles(cards, "rowgroup")}>
        {rows.map((row) => (
          <tr key={row.key} id={row.id} className={row.tone} {...roles(cards, "row")}>
            {columns.map((column, index) => cell(column, row.cells[index], index === 0, cards))}
          </tr>
        ))}
        {rows.length > 0 || empty === undefined ? null : (
          <tr {...roles(cards, "row")}>
            <td colSpan={columns.length} {...roles(cards, "cell")}>
              {empty}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function cell(column: TableColumn, content: ReactNode, isHeading: boolean, cards: boolean) {
  if (isHeading) {
    return (
      <th scope="row" key={column.key} className={cellClass(column)} {...roles(cards, "rowheader")}>
        {content}
      </th>
    );
  }
  return (
    <td key={column.key} className={cellClass(column)} data-l={cards ? cardLabel(column) : undefined} {...roles(cards, "cell")}>
      {content}
    </td>
  );
}

function cellClass(column: TableColumn): string | undefined {
  return classNames(column.align === "end" && "r", column.nowrap === true && "nowrap");
}

function cardLabel(column: TableColumn): string | undefined {
  if (column.cardLabel === false) return undefined;
  return column.cardLabel ?? (typeof column.label === "string" ? column.label : undefined);
}
