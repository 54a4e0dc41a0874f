import { kpis } from "@hp/content";
import type { DraftItemSave } from "@hp/contracts";
import { type Condition, type FieldCatalogue, validateCondition } from "@hp/domain";
import { contentFields } from "../content/fields.ts";
import type { DraftContent } from "./draft-content.ts";

interface FieldProblem {
  readonly path: string;
  readonly problem: string;
}

function conditionProblems(path: string, condition: Condition, fields: FieldCatalogue): FieldProblem[] {
  return validateCondition(condition, fields).map((one) => ({ path: one.path === "" ? path : `${path}.${one.path}`, problem: one.code }));
}

/**
 * What stands in the way of saving an item: it must be called what its key says, and name only what the draft holds. What
 * may be unfinished in a draft, such as a missing text, is left to the trial.
 */
export function itemProblems(input: DraftItemSave, content: DraftContent): FieldProblem[] {
  switch (input.kind) {
    case "precondition":
      return input.document.key === input.key ? [] : [{ path: "document.key", problem: "not_the_key" }];
    case "dimension": {
      const { id, items } = input.document;
      const others = new Set(content.instrument.dimensions.flatMap((one) => (one.id === id ? [] : one.items.map((item) => item.id))));
      const elsewhere = items.filter((item) => others.has(item.id));
      return [
        ...(id === input.key ? [] : [{ path: "document.id", problem: "not_the_key" }]),
        ...elsewhere.map((item) => ({ path: `document.items.${item.id}`, problem: "id_in_use" })),
      ];
    }
    case "measure":
      return measureProblems(input.document, input.key, content);
    default:
      return input satisfies never;
  }
}

function measureProblems(
  { measure, rule }: Extract<DraftItemSave, { kind: "measure" }>["document"],
  key: string,
  { instrument, catalogue }: DraftContent,
): FieldProblem[] {
  const fields = contentFields(instrument);
  const dimensions = new Set(instrument.dimensions.map(({ id }) => id));
  const ids = new Set(catalogue.measures.map(({ id }) => id));
  const indicators = kpis();
  const others = [...rule.prerequisites, ...rule.conflicts, ...rule.synergies.map((one) => one.with)];
  return [
    ...(measure.id === key ? [] : [{ path: "document.measure.id", problem: "not_the_key" }]),
    ...Object.keys(measure.effects)
      .filter((id) => !dimensions.has(id))
      .map((id) => ({ path: `document.measure.effects.${id}`, problem: "choice" })),
    ...measure.followUp.kpis
      .filter((id) => !indicators.has(id))
      .map((id) => ({ path: `document.measure.followUp.kpis.${id}`, problem: "choice" })),
    ...others
      .filter((id) => id === key || !ids.has(id))
      .map((id) => ({ path: `document.rule.${id}`, problem: id === key ? "names_itself" : "choice" })),
    ...(["require", "exclude", "inPlace"] as const).flatMap((part) =>
      rule[part] === null ? [] : conditionProblems(`document.rule.${part}`, rule[part], fields),
    ),
    ...rule.boost.flatMap((one, index) => conditionProblems(`document.rule.boost.${index}`, one, fields)),
    ...rule.damp.flatMap((one, index) => conditionProblems(`document.rule.damp.${index}`, one, fields)),
  ];
}
