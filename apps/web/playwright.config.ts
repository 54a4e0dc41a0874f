import { defineConfig } from "@playwright/test";

// npm run e2e starts the database, the pages and this; see scripts/house/journeys.mjs for what it sets.
export default defineConfig({
  testDir: "./e2e",
  testMatch: "**/*.e2e.ts",
  outputDir: "./test-results",
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // Every test makes a place and people of its own. Two cores also carry the server and the database.
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.HP_BASE_URL ?? "http://localhost:3000",
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    actionTimeout: 20_000,
    // Nothing is looked at while it still moves.
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(process.env.HP_CHROMIUM ? { executablePath: process.env.HP_CHROMIUM } : {}),
      args: JSON.parse(process.env.HP_CHROMIUM_ARGS ?? "[]") as string[],
    },
  },
});
