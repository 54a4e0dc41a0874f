import type { BrowserContext, ConsoleMessage, Page, Response } from "@playwright/test";

/** What went wrong in any page of a test, in words. */
export interface Watch {
  readonly faults: readonly string[];
  readonly add: (context: BrowserContext) => void;
}

// What a page asks for may be refused: what cannot be read (400), what is not there (404), a stale edit (409).
const answers = new Set([400, 404, 409]);

function faultOf(response: Response): string | null {
  const status = response.status();
  const request = response.request();
  const what = `${status} for ${request.method()} ${new URL(response.url()).pathname}`;
  if (status >= 500) return what;
  if (status < 400 || request.resourceType() === "document") return null;
  return answers.has(status) && request.resourceType() === "fetch" ? null : what;
}

/** Listens to every page of the contexts that it is given: faults of scripts, refusals by the content policy, failed answers. */
export function startWatch(): Watch {
  const faults: string[] = [];
  const told = (page: Page, what: string) => faults.push(`${new URL(page.url()).pathname}: ${what}`);
  const said = (page: Page, message: ConsoleMessage) => {
    // The browser repeats failed answers here, without saying what they were.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) told(page, `console: ${message.text()}`);
  };
  const listen = (page: Page) => {
    page.on("console", (message) => said(page, message));
    page.on("pageerror", (error) => told(page, `script: ${error.message}`));
    page.on("crash", () => told(page, "the page crashed"));
    page.on("response", (response) => {
      const fault = faultOf(response);
      if (fault !== null) told(page, fault);
    });
  };
  return {
    faults,
    add: (context) => {
      for (const page of context.pages()) listen(page);
      context.on("page", listen);
    },
  };
}
