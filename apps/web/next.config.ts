import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// A build knows which migrations it was made with; /api/ready compares them with the database's.
const migrations = join(import.meta.dirname, "..", "..", "prisma", "migrations");
const newestMigration = existsSync(migrations)
  ? readdirSync(migrations, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .at(-1)
  : undefined;

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  transpilePackages: ["@hp/api", "@hp/content", "@hp/contracts", "@hp/db", "@hp/demo", "@hp/domain", "@hp/ui"],
  env: { HP_NEWEST_MIGRATION: newestMigration ?? "" },
  // Pages, handlers and everything that is not a file get theirs in src/proxy.ts.
  headers: async () => [
    {
      source: "/_next/static/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
      ],
    },
  ],
};

export default createNextIntlPlugin("./src/i18n/request.ts")(config);
