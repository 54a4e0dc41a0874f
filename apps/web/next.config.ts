import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// Read again at every start: /api/ready compares the newest migration of this code with the database's.
const migrations = join(import.meta.dirname, "..", "..", "prisma", "migrations");
if (existsSync(migrations)) {
  const names = readdirSync(migrations, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  process.env.HP_NEWEST_MIGRATION ??= names
    .map((entry) => entry.name)
    .toSorted()
    .at(-1);
}

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are a proof of their own (npm run typecheck), over all packages and tests at once; whoever starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  transpilePackages: ["@hp/api", "@hp/content", "@hp/contracts", "@hp/db", "@hp/demo", "@hp/domain", "@hp/ui"],
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
