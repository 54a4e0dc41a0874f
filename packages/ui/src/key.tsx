import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { svgLabel } from "./icon.tsx";
import { type KeyParty, partyClass } from "./party.ts";

/** Props of {@link KeyIcon}. */
export interface KeyIconProps {
  readonly party: KeyParty;
  readonly turned: boolean;
  /** Words such as "the industry has turned its key", when none stand beside it. */
  readonly label?: string;
}

/**
 * A key: the party's shape is the lock plate. Upright slot in an outline means not turned, lying slot in a filled
 * plate means turned. Both states have the same elements, so that a change turns the slot instead of swapping pictures.
 */
export function KeyIcon({ party, turned, label }: KeyIconProps) {
  return (
    <svg viewBox="0 0 32 32" className={classNames("key-svg", partyClass("c", party), turned && "key-on")} {...svgLabel(label)}>
      {party === "municipality" ? (
        <circle className="key-plate" cx="16" cy="16" r="13.5" />
      ) : (
        <rect className="key-plate" x="3.25" y="3.25" width="25.5" height="25.5" />
      )}
      <rect className="key-slot" x="14.25" y="8.5" width="3.5" height="15" />
    </svg>
  );
}

/** One side of a lock: whose key, whether it is turned, and the words for it. */
export interface KeySide {
  readonly party: KeyParty;
  readonly turned: boolean;
  /** States the same as the picture, in words. */
  readonly label: string;
  /** Who and when, or what it waits for. */
  readonly detail?: ReactNode;
}

/** Both keys. Always both, always the municipality's first. */
export type KeySides = readonly [KeySide & { readonly party: "municipality" }, KeySide & { readonly party: "industry" }];

/** Props of {@link Keys}. */
export interface KeysProps {
  readonly sides: KeySides;
  /** `small` hides the words from sight (24 px, for tables); `medium` writes them beside the keys. */
  readonly size?: "small" | "medium";
}

/** The pair of keys in a line. */
export function Keys({ sides, size = "medium" }: KeysProps) {
  const small = size === "small";
  return (
    <span className={classNames("keys", small && "keys-sm")}>
      {sides.map((side) => (
        <span className="key" key={side.party}>
          <KeyIcon party={side.party} turned={side.turned} label={small ? side.label : undefined} />
          {small ? null : <span>{side.label}</span>}
        </span>
      ))}
    </span>
  );
}

/** The pair of keys at 88 px with words under, where one decides. */
export function Lock({ sides }: { readonly sides: KeySides }) {
  return (
    <div className="lock">
      {sides.map((side) => (
        <div key={side.party}>
          <KeyIcon party={side.party} turned={side.turned} />
          <p className="label">{side.label}</p>
          {side.detail === undefined ? null : <p className="small muted">{side.detail}</p>}
        </div>
      ))}
    </div>
  );
}
