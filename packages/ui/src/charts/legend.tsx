import type { ReactElement, ReactNode } from "react";
import { type Party, partyOrder } from "../party.ts";
import { PartyMark } from "../party-mark.tsx";
import { hatchRect, markPath } from "./marks.ts";

const drawings = {
  mean: (
    <>
      <path className="wedge" d="M0 4h16v12H0z" />
      <path className="wedge-m" d="M0 4h16" />
    </>
  ),
  uncertain: (
    <>
      <path className="wedge-u" d="M0 0h16v7H0z" />
      <path className="wedge" d="M0 7h16v9H0z" />
    </>
  ),
  interval: (
    <>
      <path className="iv iv-k" d="M8 0v16" />
      <circle className="m-k" cx="8" cy="8" r="4" />
    </>
  ),
  bands: (
    <>
      <path className="bar-k" d="M0 2h16v6H0z" />
      <path className="bar-f" d="M0 8h16v6H0z" />
    </>
  ),
  certain: <circle className="m-p" cx="8" cy="8" r="5.5" />,
  uncertain_field: <circle className="hollow" cx="8" cy="8" r="5.5" />,
  perceived: <path className="m-p" d={markPath("diamond", 8, 8, 7.6)} />,
  now: <circle className="now" cx="8" cy="8" r="5.5" />,
  here: <path className="m-p" d="M6 0h4v16H6z" />,
  similar: <path className="m-x" d="M6.75 1h2.5v14h-2.5z" />,
  planned: <path className="m-p" d="M0 5h16v6H0z" />,
  planned_parties: (
    <>
      <path className="m-k" d="M0 0h16v7H0z" />
      <path className="m-f" d="M0 9h16v7H0z" />
    </>
  ),
  proposed: <path className="draft" d="M1 3h14v10H1z" />,
  carried_out: <path className="m-p" d="M0 10h16v4H0z" />,
  not_shown: <path className="hatch" d={hatchRect(0, 1, 16, 14, 5)} />,
} as const satisfies Record<string, ReactNode>;

/** What a legend can explain: a party's shape, or a way of drawing. */
export type LegendMark = Party | keyof typeof drawings;

/** A line of a legend. An element, such as a key, may stand for the mark. */
export interface LegendItem {
  readonly mark: LegendMark | ReactElement;
  readonly label: string;
}

/** What the marks of a chart mean. Stands in the margin column beside it. */
export function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className="legend">
      {items.map((item) => (
        <li key={item.label}>
          <Mark mark={item.mark} />
          <span>{item.label}</span>
        </li>
      ))}
    </ul>
  );
}

function Mark({ mark }: { readonly mark: LegendItem["mark"] }) {
  if (typeof mark !== "string") return mark;
  if (isParty(mark)) return <PartyMark party={mark} />;
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      {drawings[mark]}
    </svg>
  );
}

function isParty(mark: LegendMark): mark is Party {
  return (partyOrder as readonly string[]).includes(mark);
}
