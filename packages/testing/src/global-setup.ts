import { startThrowAway } from "@hp/db/embedded";
import { deploy, grantAppRole } from "@hp/db/migrate";
import { asAdmin, closed, roleOf, withDatabase } from "./database.ts";

type Server = { adminUrl: string; ownerUrl: string; appUrl: string; stop: () => Promise<void> };

/** Before all database tests: one server, unless the caller brings one, and one migrated template. Returns what clears up after them. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = given() ?? (await startThrowAway());
  const template = `t${process.pid}_${Date.now().toString(36)}`;
  await prepare(server, template);
  Object.assign(process.env, {
    TEST_DATABASE_ADMIN_URL: server.adminUrl,
    TEST_DATABASE_OWNER_URL: server.ownerUrl,
    TEST_DATABASE_APP_URL: server.appUrl,
    TEST_DATABASE_TEMPLATE: template,
  });
  return async () => {
    await dropAll(server.adminUrl, template);
    await server.stop();
  };
}

// All three, or none: the admin makes databases, the owner migrates, the app is what is tested.
function given(): Server | null {
  const { TEST_DATABASE_ADMIN_URL: adminUrl, TEST_DATABASE_OWNER_URL: ownerUrl, TEST_DATABASE_APP_URL: appUrl } = process.env;
  if (!adminUrl || !ownerUrl || !appUrl) return null;
  return { adminUrl, ownerUrl, appUrl, stop: async () => undefined };
}

async function prepare(server: Server, template: string): Promise<void> {
  const app = roleOf(server.appUrl);
  await asAdmin(server.adminUrl, async (client) => {
    await client.query(`CREATE DATABASE ${template} OWNER ${roleOf(server.ownerUrl)}`);
    await client.query(closed(template, app));
  });
  const ownerUrl = withDatabase(server.ownerUrl, template);
  await deploy(ownerUrl);
  await grantAppRole(ownerUrl, app);
}

async function dropAll(adminUrl: string, template: string): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", [template]);
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  });
}
