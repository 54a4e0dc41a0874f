import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { type Party, partyClass } from "../party.ts";
import { clamp } from "./number.ts";

/** Props of {@link CoverageBar}. */
export interface CoverageBarProps {
  readonly done: number;
  readonly total: number;
  /** Whose colour it takes; ink when not given. */
  readonly party?: Party;
  /** The same in words: "9 of 13 areas". */
  readonly children: ReactNode;
}

/** How much is covered, as a small bar with its words. Nothing of nothing is drawn empty. */
export function CoverageBar({ done, total, party, children }: CoverageBarProps) {
  const share = total > 0 ? clamp(done / total, 0, 1) : 0;
  return (
    <span>
      <svg className="cover" aria-hidden="true">
        <rect className="wedge" width="100%" height="100%" />
        <rect
          className={classNames(party === undefined ? "m-p" : partyClass("m", party))}
          width={`${Math.round(share * 1000) / 10}%`}
          height="100%"
        />
      </svg>
      {children}
    </span>
  );
}
