import { connect } from "@hp/db";
import type { Stage } from "@hp/demo";
import { type Browser, type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import pg from "pg";
import { accessible } from "./accessible.ts";
import { signInAs } from "./session.ts";
import { startWatch, type Watch } from "./watch.ts";

/** A person's own browser: what it is like, and who is signed in. */
export interface Visitor extends BrowserContextOptions {
  /** Signed in from the start. */
  readonly email?: string;
}

interface Fixtures {
  /** Opens a browser of its own for one more person. */
  readonly visit: (visitor?: Visitor) => Promise<Page>;
  readonly watch: Watch;
  readonly endsWell: undefined;
}

const needed = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journeys by npm run e2e`);
  return value;
};

const open = async (browser: Browser, watch: Watch, options: BrowserContextOptions): Promise<BrowserContext> => {
  const context = await browser.newContext(options);
  watch.add(context);
  return context;
};

/**
 * Every test that uses this `test` fails on a fault in any of its pages: an error of a script, a refusal by the content
 * policy, an answer of 500. It ends with an accessibility scan of each page that is still open.
 */
export const test = base.extend<Fixtures, { readonly stage: Stage }>({
  // The product's procedures on the journeys' database, to make people and places with.
  stage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
    async ({}, use) => {
      const owner = new pg.Client(needed("DATABASE_OWNER_URL"));
      await owner.connect();
      const database = connect(needed("DATABASE_URL"), 2);
      await use({ database, owner });
      await database.close();
      await owner.end();
    },
    { scope: "worker" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  watch: async ({}, use) => {
    await use(startWatch());
  },
  visit: async ({ browser, contextOptions, baseURL, locale, stage, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async ({ email, ...options } = {}) => {
      const context = await open(browser, watch, { ...contextOptions, baseURL, locale, timezoneId: "Europe/Stockholm", ...options });
      contexts.push(context);
      if (email !== undefined) await signInAs(stage, context, email);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  endsWell: [
    async ({ context, watch, visit: _ }, use, info) => {
      watch.add(context);
      await use(undefined);
      expect(watch.faults).toEqual([]);
      if (info.errors.length > 0) return;
      for (const page of context
        .browser()
        ?.contexts()
        .flatMap((one) => one.pages()) ?? [])
        if (page.url() !== "about:blank") await accessible(page);
    },
    { auto: true },
  ],
});

export { expect };
