import type { Catalogue } from "@hp/domain";
import { z } from "zod";
import { measureId, measuresFile } from "./measure.ts";
import { measureRule } from "./rule.ts";
import { contentVersion, filled, uniqueBy } from "./text.ts";

const share = z.number().min(0).max(1);
const basicPackage = z
  .array(measureId)
  .max(10)
  .superRefine(uniqueBy((id: string) => id));

/** What is usual among the reference places: shares by comparison, spreads by field. */
const referenceFigures = z.strictObject({
  factShare: z.record(z.string().min(1), share),
  spread: z.record(z.string().min(1), z.number().positive()),
});

/** Measures and rules of one version with what was computed at publishing: every measure has one rule and one share. */
export const catalogue = z
  .strictObject({
    version: contentVersion,
    measures: measuresFile,
    rules: z.record(measureId, measureRule),
    commonness: z.record(measureId, share),
    basicPackage,
    reference: referenceFigures.optional(),
  })
  .superRefine((value, context) => {
    const complain = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    const ids = new Set(value.measures.map((entry) => entry.id));
    for (const id of ids) {
      if (!Object.hasOwn(value.rules, id)) complain(["rules", id], "The measure has no rule");
      if (!Object.hasOwn(value.commonness, id)) complain(["commonness", id], "The measure has no share");
    }
    for (const id of Object.keys(value.rules)) if (!ids.has(id)) complain(["rules", id], "No such measure");
    for (const id of Object.keys(value.commonness)) if (!ids.has(id)) complain(["commonness", id], "No such measure");
    for (const id of value.basicPackage) if (!ids.has(id)) complain(["basicPackage"], `No such measure: ${id}`);
  }) satisfies z.ZodType<Catalogue>;

/**
 * The file commonness.json: generated from the catalogue, the instrument and the reference places, and only right for
 * the versions it names.
 */
export const commonnessFile = z.strictObject({
  catalogueVersion: contentVersion,
  instrumentVersion: contentVersion,
  referenceVersion: contentVersion,
  seeds: z.array(filled).min(1),
  /** Test places it was computed over: municipalities times seeds. */
  places: z.int().min(1),
  shares: z.record(measureId, share),
  basicPackage,
  reference: referenceFigures,
});
/** What commonness.json holds. */
export type CommonnessFile = z.output<typeof commonnessFile>;
