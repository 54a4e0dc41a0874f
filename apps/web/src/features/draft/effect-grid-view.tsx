"use client";

import Link from "next/link";
import { type FocusEvent, type KeyboardEvent, type MouseEvent, memo, useMemo, useRef, useState } from "react";
import { draftPaths } from "../content/content-paths.ts";
import { type EditorWords, word } from "./editor-words.ts";
import { type GridSpot, levelFor, movedSpot, nextLevel } from "./effect-grid.ts";
import { type EffectRow, shownLevel } from "./effect-rows.ts";
import { useEffectRows } from "./use-effect-rows.ts";

/** A dimension as a column of the grid. */
export interface GridColumn {
  readonly id: string;
  readonly title: string;
}

/** Props of {@link EffectGrid}. */
export interface EffectGridProps {
  readonly draftId: string;
  readonly rows: readonly EffectRow[];
  readonly columns: readonly GridColumn[];
  /** Id of the heading that names the grid. */
  readonly labelledBy: string;
  readonly words: EditorWords;
  readonly isReadOnly: boolean;
}

const cellId = ({ row, column }: GridSpot) => `effekt-${row}-${column}`;
/** The spot that an event is about; null outside the cells. */
function spotOf(target: EventTarget): GridSpot | null {
  const cell = target instanceof Element ? target.closest("[id^='effekt-']") : null;
  const [, row, column] = /^effekt-(\d+)-(\d+)$/.exec(cell?.id ?? "") ?? [];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

interface RowProps {
  readonly row: EffectRow;
  readonly index: number;
  readonly columns: readonly GridColumn[];
  /** The column that Tab comes to; null when it comes to another row. */
  readonly active: number | null;
  readonly href: string;
  readonly words: EditorWords;
}

/** A row; drawn anew only when it is changed, entered or left. */
const Row = memo(function Row({ row, index, columns, active, href, words }: RowProps) {
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row">
        <Link id={cellId({ row: index, column: 0 })} href={href} prefetch={false} tabIndex={active === 0 ? 0 : -1}>
          {row.key}
          <span className="grid-title"> {row.title}</span>
        </Link>
        {row.isRetired ? <span className="sub">{word(words, "grid.retired")}</span> : null}
      </th>
      {columns.map(({ id, title }, at) => {
        const level = shownLevel(row, id);
        const isMain = row.mainDimension === id;
        const why = row.refused[id];
        const label = `${row.key}, ${title}: ${level}${isMain ? `, ${word(words, "grid.main")}` : ""}`;
        return (
          <td
            key={id}
            id={cellId({ row: index, column: at + 1 })}
            tabIndex={active === at + 1 ? 0 : -1}
            aria-label={label}
            aria-invalid={why === undefined ? undefined : true}
          >
            <span className={`level level-${level}${isMain ? " level-main" : ""}`}>{level}</span>
            {why === undefined ? null : (
              <span className="level-no" aria-hidden="true">
                ×
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
});

/** What was refused, spot by spot, with what is saved there. */
function Refusals({ rows, columns, words }: { readonly rows: readonly EffectRow[] } & Pick<EffectGridProps, "columns" | "words">) {
  const all = rows.flatMap((row) =>
    columns.flatMap(({ id, title }) => {
      const why = row.refused[id];
      return why === undefined ? [] : [{ id: `${row.key} ${id}`, name: `${row.key}, ${title}`, why, level: row.effects[id] ?? 0 }];
    }),
  );
  return (
    <div role="alert">
      {all.map(({ id, name, why, level }) => (
        <p key={id} className="field-error">
          {word(words, "grid.refusal", { name, why, level })}
        </p>
      ))}
    </div>
  );
}

/**
 * The effects of every measure on every dimension as a grid: arrows move, 0–3 set, Space and Enter go round, a press on the
 * cell one stands in does too. Each effect is saved as it is set.
 */
export function EffectGrid({ draftId, rows: come, columns, labelledBy, words, isReadOnly }: EffectGridProps) {
  const nameOf = (row: EffectRow, dimensionId: string) => `${row.key}, ${columns.find(({ id }) => id === dimensionId)?.title ?? ""}`;
  const { rows, isSaving, hasSaved, set } = useEffectRows({ draftId, come, words, nameOf });
  const [active, setActive] = useState<GridSpot>({ row: 0, column: 1 });
  const paths = useMemo(() => draftPaths(draftId), [draftId]);
  const size = { rows: rows.length, columns: columns.length + 1 };
  // Whether the press that is under way began on the cell one already stood in.
  const pressed = useRef<string>(undefined);

  const setLevel = ({ row, column }: GridSpot, choose: (level: 0 | 1 | 2 | 3, isMain: boolean) => 0 | 1 | 2 | 3 | null): boolean => {
    const [measure, dimension] = [rows[row], columns[column - 1]];
    if (isReadOnly || measure === undefined || dimension === undefined) return false;
    const level = choose(shownLevel(measure, dimension.id), measure.mainDimension === dimension.id);
    if (level !== null) set(measure, dimension.id, level);
    return level !== null;
  };
  const press = (event: KeyboardEvent) => {
    const spot = spotOf(event.target);
    if (spot === null) return;
    const next = movedSpot(spot, event, size);
    if (next !== null) document.getElementById(cellId(next))?.focus();
    if (next !== null || setLevel(spot, (level, isMain) => levelFor(event, level, isMain))) event.preventDefault();
  };
  const enter = (event: FocusEvent) => {
    const spot = spotOf(event.target);
    if (spot !== null) setActive(spot);
  };
  const click = (event: MouseEvent) => {
    const spot = spotOf(event.target);
    if (spot !== null && pressed.current === cellId(spot)) setLevel(spot, nextLevel);
  };
  const isRefused = rows.some(({ refused }) => Object.keys(refused).length > 0);
  const shown = rows[active.row] === undefined ? { row: 0, column: 1 } : active;
  return (
    <div className="stack">
      {/* biome-ignore lint/a11y/useSemanticElements: a region of the page's section that scrolls by itself */}
      <div className="effect-scroll" role="region" aria-labelledby={labelledBy}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells are moved among and set by keys
          role="grid"
          className="effect-grid"
          aria-labelledby={labelledBy}
          aria-describedby="effekt-hur"
          aria-rowcount={rows.length + 1}
          aria-colcount={size.columns}
          aria-readonly={isReadOnly}
          onKeyDown={press}
          onFocus={enter}
          onMouseDown={() => {
            pressed.current = document.activeElement?.id;
          }}
          onClick={click}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{word(words, "grid.measure")}</th>
              {columns.map(({ id, title }) => (
                <th key={id} scope="col">
                  <span>{title}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row
                key={row.key}
                row={row}
                index={index}
                columns={columns}
                active={shown.row === index ? shown.column : null}
                href={paths.measure(row.key)}
                words={words}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="save-bar">
        <p className="small muted">{word(words, isSaving ? "saving" : !hasSaved || isRefused ? "grid.savedAsSet" : "allSaved")}</p>
        <Refusals rows={rows} columns={columns} words={words} />
      </div>
    </div>
  );
}
