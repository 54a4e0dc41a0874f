import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { svgLabel } from "./icon.tsx";
import { type Party, partyClass } from "./party.ts";

const shapes = {
  municipality: <circle cx="8" cy="8" r="7.4" />,
  industry: <path d="M1.2 1.2h13.6v13.6H1.2z" />,
  residents: <path d="M8 .8 15.6 14.6H.4z" />,
  facts: <path d="M6 0h4v16H6z" />,
} as const satisfies Record<Party, ReactNode>;

/** Props of {@link PartyMark}. */
export interface PartyMarkProps {
  readonly party: Party;
  /** The party's name, when the shape stands without it. */
  readonly label?: string;
  readonly className?: string;
}

/** A party's shape in its colour. Sized by where it stands (`party`, `legend`, `voice`) or by `inline`. */
export function PartyMark({ party, label, className }: PartyMarkProps) {
  return (
    <svg viewBox="0 0 16 16" className={classNames(partyClass("c", party), className)} {...svgLabel(label)}>
      {shapes[party]}
    </svg>
  );
}

/** Props of {@link PartyName}. */
export interface PartyNameProps {
  readonly party: Party;
  readonly children: ReactNode;
  /** Lets a long name break over lines. */
  readonly wrap?: boolean;
}

/** Shape and name together: how a party (or a person speaking for it) is written in running text and tables. */
export function PartyName({ party, children, wrap = false }: PartyNameProps) {
  return (
    <span className={classNames("party", wrap && "party-name")}>
      <PartyMark party={party} /> {children}
    </span>
  );
}
