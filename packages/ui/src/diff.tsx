import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** A field in two versions. */
export interface DiffRow {
  readonly key: string;
  readonly field: ReactNode;
  readonly before: ReactNode;
  readonly after: ReactNode;
  /** Decided by the caller, who knows the values; rows that are equal stay in the table. */
  readonly changed: boolean;
}

/** Words of a table of two versions. */
export interface DiffWords {
  readonly caption: string;
  /** Heading of the column of fields, read but not seen. */
  readonly field: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
  /** Said after an equal value, such as "no change". */
  readonly same: string;
}

/** A proposal: what holds today and what would hold. Changed rows are struck and tinted; equal ones say so. */
export function Diff({ words, rows }: { readonly words: DiffWords; readonly rows: readonly DiffRow[] }) {
  return (
    <VersionTable caption={words.caption} headings={[words.field, words.before, words.after]}>
      {rows.map((row) => (
        <tr key={row.key} className={classNames(row.changed && "changed")}>
          <th scope="row">{row.field}</th>
          <td>{row.changed ? <del>{row.before}</del> : row.before}</td>
          <td>
            {row.changed ? (
              <ins>{row.after}</ins>
            ) : (
              <>
                {row.after}, {words.same}
              </>
            )}
          </td>
        </tr>
      ))}
    </VersionTable>
  );
}

/** A field on which two versions may clash. */
export interface ConflictRow {
  readonly key: string;
  readonly field: ReactNode;
  readonly mine: ReactNode;
  readonly saved: ReactNode;
  readonly differs: boolean;
}

/** Words of {@link Conflict}. */
export interface ConflictWords {
  readonly caption: string;
  readonly field: string;
  /** "Your version". */
  readonly mine: ReactNode;
  /** "The saved version", with who and when. */
  readonly saved: ReactNode;
  /** Said in the row's heading when the two differ, so that colour does not say it alone. */
  readonly differs: string;
}

/** Props of {@link Conflict}. */
export interface ConflictProps {
  readonly words: ConflictWords;
  readonly rows: readonly ConflictRow[];
  /** The ways on: buttons, in `actions`. */
  readonly children?: ReactNode;
}

/**
 * A stale edit: one's own version beside what someone else has saved meanwhile, field by field. Neither is struck
 * out, since nothing is decided; in the markup one's own is `ins` and the saved one it would replace is `del`.
 */
export function Conflict({ words, rows, children }: ConflictProps) {
  return (
    <div className="stack-6">
      <VersionTable caption={words.caption} headings={[words.field, words.mine, words.saved]}>
        {rows.map((row) => (
          <tr key={row.key} className={classNames(row.differs && "clash")}>
            <th scope="row">
              {row.field}
              {row.differs ? <span className="sub">{words.differs}</span> : null}
            </th>
            <td>{row.differs ? <ins>{row.mine}</ins> : row.mine}</td>
            <td>{row.differs ? <del>{row.saved}</del> : row.saved}</td>
          </tr>
        ))}
      </VersionTable>
      {children}
    </div>
  );
}

function VersionTable(props: {
  readonly caption: string;
  readonly headings: readonly [string, ReactNode, ReactNode];
  readonly children: ReactNode;
}) {
  const [field, left, right] = props.headings;
  return (
    <table className="diff">
      <caption className="vh">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{field}</span>
          </th>
          <th scope="col">{left}</th>
          <th scope="col">{right}</th>
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}
