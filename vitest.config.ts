import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const places = ["packages/*/{src,test}", "apps/*/{src,test}", "scripts"];
const inPlaces = (pattern: string) => places.map((place) => `${place}/**/${pattern}`);

export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  // Next's marker refuses to load outside a server component; tests are on the server's side of it.
  resolve: { alias: { "server-only": here("./scripts/house/empty.mjs") } },
  test: {
    retry: 0,
    // All cores: the default leaves one idle, which on two is half.
    maxWorkers: "100%",
    // The slowest machine is two cores with a browser test beside it.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: inPlaces("*.test.{ts,tsx,mjs}"), exclude: ["**/*.db.test.ts", "**/node_modules/**", "**/.next/**"] },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: inPlaces("*.db.test.ts"),
          exclude: ["**/node_modules/**", "**/.next/**"],
          globalSetup: here("./packages/testing/src/global-setup.ts"),
        },
      },
    ],
  },
});
