import { type Browser, chromium } from "@playwright/test";

/** Starts the browser that npm run e2e and npm run screenshots have found; see scripts/house/browser.mjs. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(process.env.HP_CHROMIUM ? { executablePath: process.env.HP_CHROMIUM } : {}),
    args: JSON.parse(process.env.HP_CHROMIUM_ARGS ?? "[]") as string[],
  });
