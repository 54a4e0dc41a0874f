import { connect } from "@hp/db";
import pg from "pg";
import { demoAccounts } from "./accounts.ts";
import { borlange } from "./borlange.ts";
import { hagfors } from "./hagfors.ts";
import { hallefors } from "./hallefors.ts";
import { type Player, type Stage, signUp } from "./stage.ts";

export { type DemoAccount, demoAccounts } from "./accounts.ts";
export { answerAll } from "./answers.ts";
export { callerFor, fill, type Invited, invite, join, mailedToken, type Player, type Stage, signUp } from "./stage.ts";

import { contentEditor } from "./content-editor.ts";

const scenarios = [borlange, hagfors, hallefors];

/**
 * Plays the demo once, through the same procedures that people use: real places and open data, invented people, companies
 * and answers. Places are marked as demo, so that every page says so. Does nothing in a database that has it already.
 *
 * @returns The accounts to sign in with.
 */
export async function seedDemo(appUrl: string, ownerUrl: string): Promise<typeof demoAccounts> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  const database = connect(appUrl, 2);
  try {
    const played = await owner.query(`SELECT count(*)::int AS "places" FROM "Place" WHERE "isDemo"`);
    if (played.rows[0].places >= scenarios.length) return demoAccounts;
    // A demo that was cut off: nobody sees the part that was played, and it is played anew.
    await owner.query(`DELETE FROM "Membership" m USING "User" u WHERE u."id" = m."userId" AND u."email" LIKE '%@demo.example'`);
    await owner.query(`UPDATE "Place" SET "isDemo" = false WHERE "isDemo"`);
    const stage: Stage = { database, owner };
    const [account] = demoAccounts;
    const coordinator: Player = await signUp(stage, account.email, account.name);
    const placeIds: string[] = [];
    for (const scenario of scenarios) placeIds.push(await scenario(stage, coordinator));
    await contentEditor(stage);
    await owner.query(`UPDATE "Place" SET "isDemo" = true WHERE "id" = ANY ($1::uuid[])`, [placeIds]);
    return demoAccounts;
  } finally {
    await database.close();
    await owner.end();
  }
}
