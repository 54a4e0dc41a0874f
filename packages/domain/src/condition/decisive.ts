import type { FieldCatalogue } from "./field-catalogue.ts";
import { isAtom } from "./shape.ts";
import type { Atom, Finding } from "./types.ts";

/** An atom's part of a finding: the comparison with the fact it met. */
export type AtomFinding = Finding & { readonly condition: Atom };

/** Why a verdict is what it is, in as few comparisons as possible. */
export interface Explanation {
  /** Together they make the verdict; in reading order. */
  readonly atoms: readonly AtomFinding[];
  /** The verdict would turn if any one of them did (a failed `any`, a holding `all`). */
  readonly oneTurnsIt: boolean;
}

/**
 * The fewest atoms that make a known verdict what it is: one that holds where any would do, all where all are needed.
 * Where several explain as well, one that names no party's private fact is taken, then the first.
 *
 * @returns No atoms for an unknown verdict (see `unknownAtoms`) and for an empty branch.
 */
export function explain(finding: Finding, fields: FieldCatalogue): Explanation {
  if (finding.verdict === "unknown") return { atoms: [], oneTurnsIt: false };
  if (isAtomFinding(finding)) return { atoms: [finding], oneTurnsIt: true };
  const { condition, verdict, parts } = finding;
  if ("not" in condition) return parts[0] === undefined ? { atoms: [], oneTurnsIt: false } : explain(parts[0], fields);
  const explained = parts.filter((part) => part.verdict === verdict).map((part) => explain(part, fields));
  const needed = partsNeeded(finding, explained.length);
  const chosen = cheapestFirst(explained, fields).slice(0, needed);
  const inOrder = explained.filter((part) => chosen.includes(part));
  return {
    atoms: inOrder.flatMap((part) => part.atoms),
    oneTurnsIt: needed === explained.length && inOrder.every((part) => part.oneTurnsIt),
  };
}

function partsNeeded({ condition, verdict, parts }: Finding, explained: number): number {
  if ("all" in condition) return verdict === "holds" ? explained : 1;
  if ("any" in condition) return verdict === "holds" ? 1 : explained;
  if (!("of" in condition)) return explained;
  return verdict === "holds" ? condition.atLeast : parts.length - condition.atLeast + 1;
}

function cheapestFirst(explained: readonly Explanation[], fields: FieldCatalogue): readonly Explanation[] {
  const cost = ({ atoms }: Explanation) =>
    atoms.length + atoms.filter((atom) => fields.get(atom.condition.field)?.visibility === "ownParty").length / 2;
  return [...explained].sort((a, b) => cost(a) - cost(b));
}

/** An atom whose fact is missing, and whether it stands under a `not`: then it is the opposite that is asked for. */
export interface UnknownAtom {
  readonly atom: AtomFinding;
  readonly negated: boolean;
}

/** The atoms whose missing fact leaves the verdict unknown, in reading order; none where the verdict is known. */
export function unknownAtoms(finding: Finding, negated = false): readonly UnknownAtom[] {
  if (finding.verdict !== "unknown") return [];
  if (isAtomFinding(finding)) return [{ atom: finding, negated }];
  const inside = "not" in finding.condition ? !negated : negated;
  return finding.parts.flatMap((part) => unknownAtoms(part, inside));
}

const isAtomFinding = (finding: Finding): finding is AtomFinding => isAtom(finding.condition);
