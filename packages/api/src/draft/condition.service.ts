import type { ConditionView } from "@hp/contracts";
import { benchPlaces, type Transaction } from "@hp/db";
import { type AdviceInput, type Condition, compileCondition, readCondition, validateCondition } from "@hp/domain";
import type { PlatformScope } from "@hp/domain/access";
import { contentFields } from "../content/fields.ts";
import type { DraftLoader } from "./draft-load.service.ts";
import { referenceInputs } from "./reference-inputs.ts";

/** What is wrong with a condition, how it reads, and in which places it holds for now. */
export async function askCondition(
  transaction: Transaction,
  scope: PlatformScope<"content.read">,
  { load }: DraftLoader,
  draftId: string,
  condition: Condition,
): Promise<ConditionView> {
  const { content } = await load(scope, draftId);
  const fields = contentFields(content.instrument);
  const problems = validateCondition(condition, fields).map(({ path, code }) => ({ path, code }));
  if (problems.length > 0) return { problems, reading: null, holds: null };
  const test = compileCondition(condition);
  const places = (await benchPlaces(transaction, scope)).map(({ name, input }) => ({
    name,
    truth: test((input as AdviceInput).facts),
  }));
  const municipalities = referenceInputs().map(({ input }) => test(input.facts));
  const named = (truth: string) => places.filter((one) => one.truth === truth).map(({ name }) => name);
  const counted = (truth: string) => municipalities.filter((one) => one === truth).length;
  return {
    problems: [],
    reading: { sv: readCondition(condition, "sv", fields), en: readCondition(condition, "en", fields) },
    holds: {
      places: { holds: named("holds"), fails: named("fails"), unknown: named("unknown") },
      municipalities: { holds: counted("holds"), fails: counted("fails"), unknown: counted("unknown") },
    },
  };
}
