import { demoAccounts } from "./accounts.ts";
import { type Stage, signUp } from "./stage.ts";

/** The person who looks after the shared content, with a draft under way: one limit is about to move, and a colleague is asked to look. */
export async function contentEditor(stage: Stage): Promise<void> {
  const account = demoAccounts.find(({ email }) => email.startsWith("astrid."));
  if (account === undefined) throw new Error("the demo has no editor of the content");
  const editor = await signUp(stage, account.email, account.name);
  await stage.owner.query(`UPDATE "User" SET "isAdmin" = true WHERE "id" = $1`, [editor.userId]);
  const { draft } = editor.api;
  const { draft: begun } = await draft.create({ name: "Språkstöd redan vid 8 procent, våren 2027", idempotencyKey: crypto.randomUUID() });
  const draftId = begun.id;
  const key = "KO07";
  const item = await draft.item({ draftId, kind: "measure", key });
  const { measure, rule } = item.document as { measure: object; rule: { require: object } };
  const document = { measure, rule: { ...rule, require: { ...rule.require, value: 8 } } };
  await draft.saveItem({ draftId, kind: "measure", key, version: item.version, document: document as never });
  await draft.comment({
    draftId,
    item: { kind: "measure", key },
    body: "Åtta procent utrikes födda i stället för tolv? Titta på vilka orter det gäller innan vi publicerar.",
    idempotencyKey: crypto.randomUUID(),
  });
}
