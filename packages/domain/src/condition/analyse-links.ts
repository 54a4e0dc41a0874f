import type { Catalogue, MeasureRule } from "../catalogue/types.ts";
import { type CatalogueFinding, type NamedMeasure, type ReferenceList, referenceLists } from "./findings.ts";

/** Measures by id with their rules: what the links between them are read from. */
export interface Links {
  readonly named: ReadonlyMap<string, NamedMeasure>;
  readonly rules: Catalogue["rules"];
}

/** The rule of a measure, or undefined where it has none. Own properties only. */
export function ownRule(rules: Catalogue["rules"], id: string): MeasureRule | undefined {
  return Object.hasOwn(rules, id) ? rules[id] : undefined;
}

const idsOf = (rule: MeasureRule | undefined, list: ReferenceList): readonly string[] =>
  rule === undefined ? [] : list === "synergies" ? rule.synergies.map((synergy) => synergy.with) : rule[list];

/** What is wrong with the other measures that one measure's rule names, prerequisites of prerequisites included. */
export function referenceFindings(measure: NamedMeasure, links: Links): readonly CatalogueFinding[] {
  const rule = ownRule(links.rules, measure.id);
  const lists = referenceLists.flatMap((list) => listFindings(measure, list, idsOf(rule, list), links));
  return [...lists, ...oneSided(measure, links), ...againstPrerequisite(measure, links)];
}

function listFindings(measure: NamedMeasure, list: ReferenceList, ids: readonly string[], { named }: Links): readonly CatalogueFinding[] {
  return ids.flatMap((id, index): readonly CatalogueFinding[] => {
    if (ids.indexOf(id) < index) return [{ code: "duplicate_reference", measure, list, id }];
    if (!named.has(id)) return [{ code: "unknown_measure", measure, list, id }];
    // A measure that is its own prerequisite is told as a circle.
    return id === measure.id && list !== "prerequisites" ? [{ code: "refers_to_itself", measure, list }] : [];
  });
}

function oneSided(measure: NamedMeasure, { named, rules }: Links): readonly CatalogueFinding[] {
  return [...new Set(idsOf(ownRule(rules, measure.id), "conflicts"))].flatMap((id): readonly CatalogueFinding[] => {
    const other = named.get(id);
    const answers = idsOf(ownRule(rules, id), "conflicts").includes(measure.id);
    return other === undefined || answers ? [] : [{ code: "one_sided_conflict", measure, other }];
  });
}

/** A conflict, told by either side, with a measure that must come first: then the measure can never be done. */
function againstPrerequisite(measure: NamedMeasure, links: Links): readonly CatalogueFinding[] {
  const conflicts = (a: string, b: string) => idsOf(ownRule(links.rules, a), "conflicts").includes(b);
  return [...pathsFrom(measure.id, links)].flatMap(([id, path]): readonly CatalogueFinding[] =>
    id !== measure.id && (conflicts(measure.id, id) || conflicts(id, measure.id))
      ? [{ code: "conflicts_with_prerequisite", measure, through: namedOf(path, links) }]
      : [],
  );
}

/** The shortest chain of prerequisites from a measure to each that it leads to, itself among them if it leads back. */
function pathsFrom(start: string, { named, rules }: Links): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>();
  const queue: (readonly string[])[] = [[start]];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const next of idsOf(ownRule(rules, path.at(-1) ?? start), "prerequisites")) {
      if (paths.has(next) || !named.has(next)) continue;
      paths.set(next, [...path, next]);
      queue.push([...path, next]);
    }
  }
  return paths;
}

const namedOf = (ids: readonly string[], { named }: Links): readonly NamedMeasure[] =>
  ids.map((id) => named.get(id)).filter((one) => one !== undefined);

/** Circles of prerequisites: the shortest through each measure that is in one and not in a circle already told, by id. */
export function circleFindings(links: Links): readonly CatalogueFinding[] {
  const told = new Set<string>();
  return [...links.named.keys()].sort().flatMap((id): readonly CatalogueFinding[] => {
    const circle = told.has(id) ? undefined : pathsFrom(id, links).get(id)?.slice(0, -1);
    if (circle === undefined) return [];
    for (const member of circle) told.add(member);
    return [{ code: "circular_prerequisites", measures: namedOf(circle, links) }];
  });
}
