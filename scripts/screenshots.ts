// npm run screenshots: pictures of the example for README, into docs/images. Looks at the product as the demo's people see it.
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { startBrowser } from "../apps/web/e2e/browser.ts";
import { placePages } from "../apps/web/e2e/place-pages.ts";
import { signInAs } from "../apps/web/e2e/session.ts";
import { demoPlace } from "../apps/web/e2e/town.ts";
import { connect } from "../packages/db/src/index.ts";

interface Picture {
  readonly name: string;
  readonly path: string;
  /** Who looks; nobody who is signed in if left out. */
  readonly email?: string;
  readonly width?: number;
  readonly height?: number;
  /** What stands at the top of the picture; the page's own top if left out. */
  readonly from?: string;
  /** Answers to give first, on the page of a step: a step of the scale per question. */
  readonly answers?: readonly number[];
}

const { DATABASE_URL: appUrl, HP_BASE_URL: baseURL } = process.env;
if (!appUrl || !baseURL) throw new Error("npm run screenshots starts the product and sets DATABASE_URL and HP_BASE_URL");
const folder = join(import.meta.dirname, "..", "docs", "images");
const largest = 300_000;
const [coordinator, municipality, company, answering] = ["linnea.berg", "karin.lindqvist", "jonas.hedman", "per.nyman"].map(
  (name) => `${name}@demo.example`,
) as [string, string, string, string];

const database = connect(appUrl, 2);
const stage = { database, owner: null as never };
const { placeId: town } = await demoPlace(stage, municipality);
const { placeId: answered } = await demoPlace(stage, answering);
const pictures: readonly Picture[] = [
  { name: "start", path: "/" },
  { name: "portfolio", path: "/mina-platser", email: coordinator },
  { name: "profile", path: placePages.profile(town), email: municipality, from: "#oppna-data" },
  { name: "answering", path: placePages.answer(answered), email: answering, width: 390, height: 844, answers: [4, 2] },
  { name: "situation", path: placePages.situation(town), email: company, height: 1000, from: "#omraden" },
  { name: "advice", path: placePages.advice(town), email: municipality, height: 1000 },
  { name: "package", path: placePages.package(town), email: municipality, height: 1000, from: "#paketet" },
  { name: "plan", path: placePages.plan(town), email: company, height: 1000 },
];

const browser = await startBrowser();
mkdirSync(folder, { recursive: true });
let tooLarge = 0;
for (const { name, path, email, from, answers = [], width = 1280, height = 800 } of pictures) {
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height },
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    reducedMotion: "reduce",
  });
  if (email !== undefined) await signInAs(stage, context, email);
  const page = await context.newPage();
  const response = await page.goto(path, { waitUntil: "networkidle" });
  if (response?.status() !== 200) throw new Error(`${path} answered ${response?.status()}`);
  for (const [question, answer] of answers.entries())
    await page
      .locator("main fieldset")
      .nth(question)
      .getByRole("radio")
      .nth(answer - 1)
      .check();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  if (from !== undefined) await page.locator(from).evaluate((one) => one.scrollIntoView());
  else await page.evaluate(() => scrollTo(0, 0));
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
  const { size } = statSync(file);
  tooLarge += size > largest ? 1 : 0;
  console.log(`${name}.png  ${width} × ${height}  ${Math.round(size / 1000)} kB${size > largest ? ": too large" : ""}`);
  await context.close();
}
await browser.close();
await database.close();
process.exit(tooLarge === 0 ? 0 : 1);
