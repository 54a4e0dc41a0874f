import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { declaredFacts, type Fact, handWrittenFacts } from "./catalogue.ts";
import { deploy } from "./deploy.ts";
import { diffScript } from "./engine.ts";
import { pendingChange, prismaFolder, readSchema } from "./folder.ts";
import { grantAppRole } from "./grants.ts";
import { withClient } from "./status.ts";

/** A server on which two throw-away databases may be made. */
export type CheckServer = { readonly adminUrl: string; readonly ownerUrl: string; readonly appUrl: string };

/** How to check. */
export type CheckOptions = {
  readonly folder?: string;
  /** Write the catalogue snapshot instead of comparing with it. */
  readonly update?: boolean;
};

/**
 * Whether migrations, schema.prisma and the catalogue snapshot say the same; returns what does not, one line each.
 * Everything that schema.prisma declares must exist, equal, in a migrated database. Everything else there (policies, checks,
 * triggers, functions, grants, hand-written indexes) must be as prisma/catalogue.snapshot.txt says, so a change to it is reviewed.
 */
export async function check(server: CheckServer, { folder = prismaFolder, update = false }: CheckOptions = {}): Promise<string[]> {
  if (await pendingChange(folder)) return ["schema.prisma has changed since the last migration: npm run db:new -- <name>"];
  const declared = await inScratch(server, async (url) => {
    const sql = await diffScript(null, readSchema(folder));
    return withClient(url, async (client) => {
      await client.query(sql);
      return declaredFacts(client);
    });
  });
  const app = decodeURIComponent(new URL(server.appUrl).username);
  const owner = decodeURIComponent(new URL(server.ownerUrl).username);
  const [migrated, handWritten] = await inScratch(server, async (url) => {
    await deploy(url, folder);
    await grantAppRole(url, app, folder);
    return withClient(
      url,
      async (client) => [await declaredFacts(client), await handWrittenFacts(client, { [app]: "app", [owner]: "owner" })] as const,
    );
  });
  const missing = without(declared, migrated).map((fact) => `schema.prisma declares, and the migrations do not make: ${write(fact)}`);
  const found = snapshot([...without(migrated, declared), ...handWritten]);
  const path = join(folder, "catalogue.snapshot.txt");
  if (update) {
    writeFileSync(path, found);
    return missing;
  }
  return [...missing, ...difference(existsSync(path) ? readFileSync(path, "utf8") : "", found)];
}

const heading = "# What a migrated database holds beyond schema.prisma. Written by: npm run db:check -- --update\n";

function snapshot(facts: readonly Fact[]): string {
  const sections = Map.groupBy(facts, (fact) => fact.section);
  const blocks = [...sections.keys()].sort().map((section) => {
    const lines = (sections.get(section) ?? []).map((fact) => fact.line).sort();
    return `\n${section}\n${lines.map((line) => `  ${line}\n`).join("")}`;
  });
  return heading + blocks.join("");
}

function difference(committed: string, found: string): string[] {
  const [before, after] = [parse(committed), parse(found)];
  const hint = "is not as in prisma/catalogue.snapshot.txt (if it is meant: npm run db:check -- --update)";
  const gone = [...before].filter((line) => !after.has(line)).map((line) => `gone: ${line}`);
  const added = [...after].filter((line) => !before.has(line)).map((line) => `new: ${line}`);
  return gone.length + added.length > 0 ? [`The migrated database ${hint}:`, ...gone, ...added] : [];
}

function parse(text: string): Set<string> {
  let section = "";
  const lines = new Set<string>();
  for (const line of text.split(/\r?\n/).filter((entry) => entry && !entry.startsWith("#"))) {
    if (line.startsWith("  ")) lines.add(`${section}: ${line.trim()}`);
    else section = line;
  }
  return lines;
}

function without(all: readonly Fact[], some: readonly Fact[]): Fact[] {
  const known = new Set(some.map(write));
  return all.filter((fact) => !known.has(write(fact)));
}

function write({ section, line }: Fact): string {
  return `${section}: ${line}`;
}

async function inScratch<T>({ adminUrl, ownerUrl }: CheckServer, work: (url: string) => Promise<T>): Promise<T> {
  const name = `check_${process.pid}_${randomBytes(4).toString("hex")}`;
  const owner = decodeURIComponent(new URL(ownerUrl).username);
  return withClient(adminUrl, async (admin) => {
    await admin.query(`CREATE DATABASE ${name} OWNER ${admin.escapeIdentifier(owner)}`);
    try {
      return await work(Object.assign(new URL(ownerUrl), { pathname: `/${name}` }).toString());
    } finally {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  });
}
