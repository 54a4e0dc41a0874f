import type { DraftMeasureItem, MeasureChange } from "@hp/contracts";
import { draftMeasureItem } from "@hp/contracts";

/** One field of a measure set to a value; the rest as it was. */
function withField(item: DraftMeasureItem, change: MeasureChange): DraftMeasureItem {
  const { measure } = item;
  switch (change.field) {
    case "effect": {
      const { [change.dimensionId]: _removed, ...others } = measure.effects;
      const effects = change.value === 0 ? others : { ...measure.effects, [change.dimensionId]: change.value };
      return { ...item, measure: { ...measure, effects } };
    }
    case "title":
      return { ...item, measure: { ...measure, ...change.value } };
    case "evidence":
      return { ...item, measure: { ...measure, evidence: { ...measure.evidence, grade: change.value } } };
    case "retired": {
      const { retired: _retired, ...rest } = measure;
      return { ...item, measure: change.value ? { ...rest, retired: true } : rest };
    }
    default:
      return { ...item, measure: { ...measure, [change.field]: change.value } };
  }
}

/**
 * Sets one field of a measure.
 *
 * @returns The item as it would be, or what stands in the way: the contract of a measure holds for drafts too.
 */
export function changeMeasure(
  item: DraftMeasureItem,
  change: MeasureChange,
): { readonly item: DraftMeasureItem } | { readonly problem: string } {
  const parsed = draftMeasureItem.safeParse(withField(item, change));
  return parsed.success ? { item: parsed.data } : { problem: parsed.error.issues[0]?.message ?? "invalid" };
}
