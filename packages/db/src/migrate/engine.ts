import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { DiffTarget, SchemaEngine } from "@prisma/schema-engine-wasm";

// Node has it; TypeScript declares it only for browsers.
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: Record<string, object>) => { exports: Record<string, unknown> };
};

type Glue = {
  __wbg_set_wasm(exports: Record<string, unknown>): void;
  SchemaEngine: {
    new: (...args: unknown[]) => Promise<SchemaEngine>;
  };
};

/** Every table and enum is the house's own: nothing is left out of a comparison. */
export const noFilters = { externalTables: [], externalEnums: [] };

let glue: Promise<Glue> | undefined;

/** Prisma's schema engine, the same as in `prisma migrate`, without any download: opened on one database for the length of `work`. */
export async function withEngine<T>(datamodel: string, url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { factory, close } = wholeScripts(url);
  try {
    return await work(await openEngine(datamodel, factory));
  } finally {
    await close();
  }
}

/** The SQL that leads from one data model, or from nothing, to another. No database is asked. */
export async function diffScript(from: string | null, to: string): Promise<string> {
  const engine = await openEngine(to, noDatabase);
  const result = await engine.diff({
    from: from === null ? { tag: "empty" } : model(from),
    to: model(to),
    script: true,
    exitCode: null,
    filters: noFilters,
  });
  return result.stdout ?? "";
}

function model(content: string): DiffTarget {
  return { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
}

async function openEngine(datamodel: string, adapters: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  glue ??= loadGlue();
  const { SchemaEngine: Engine } = await glue;
  return Engine.new({ datamodels: [["schema.prisma", datamodel]] }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapters));
}

// The package's own entry imports WebAssembly as a module, which only bundlers can: its two files are joined by hand.
async function loadGlue(): Promise<Glue> {
  const entry = pathToFileURL(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const loaded = (await import(new URL("schema_engine_bg.js", entry).href)) as Glue;
  const wasm = new WebAssembly.Module(readFileSync(new URL("schema_engine_bg.wasm", entry)));
  const { exports } = new WebAssembly.Instance(wasm, { "./schema_engine_bg.js": loaded });
  loaded.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  return loaded;
}

// The adapter would split a script at every ";", which breaks functions, triggers and DO blocks and leaves half of it applied.
// Sent whole, PostgreSQL runs it as one implicit transaction: all of it or nothing.
function wholeScripts(url: string): { factory: SqlMigrationAwareDriverAdapterFactory; close: () => Promise<void> } {
  const factory = new PrismaPg({ connectionString: url, max: 2, allowExitOnIdle: true });
  const opened: SqlDriverAdapter[] = [];
  for (const open of ["connect", "connectToShadowDb"] as const) {
    const original = factory[open].bind(factory);
    factory[open] = async () => {
      const adapter = await original();
      const inner = adapter as unknown as { client: { query(sql: string): Promise<unknown> }; onError(error: unknown): never };
      adapter.executeScript = async (script) => {
        await inner.client.query(script).catch((error) => inner.onError(error));
      };
      opened.push(adapter);
      return adapter;
    };
  }
  const close = async () => void (await Promise.allSettled(opened.map((adapter) => adapter.dispose())));
  return { factory, close };
}

// Before it compares two data models the engine asks which PostgreSQL it will be. This answers, so that writing a migration needs no server.
const version = {
  columnNames: ["exists", "version", "numeric_version"],
  columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
  rows: [[true, "PostgreSQL 18.4", 180_004]],
};
const refuse = async () => {
  throw new Error("There is no database behind a comparison of data models.");
};
const answersVersion: SqlDriverAdapter = {
  provider: "postgres",
  adapterName: "no-database",
  queryRaw: async () => version,
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  dispose: async () => undefined,
};
const noDatabase: SqlMigrationAwareDriverAdapterFactory = {
  provider: "postgres",
  adapterName: "no-database",
  connect: async () => answersVersion,
  connectToShadowDb: async () => answersVersion,
};
