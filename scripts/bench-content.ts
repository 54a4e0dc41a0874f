// The catalogue's editor and its trial with 300 measures, on the product as it is served. Prints nothing; judges nothing.
import { startBrowser } from "../apps/web/e2e/browser.ts";
import { signInAs } from "../apps/web/e2e/session.ts";
import type { createCaller } from "../packages/api/src/index.ts";
import { writeYaml } from "../packages/content/src/files/index.ts";
import { loadCatalogue } from "../packages/content/src/index.ts";
import type { Database } from "../packages/db/src/index.ts";

type Api = ReturnType<typeof createCaller>;

/** Times of the same thing done several times, in milliseconds. */
export interface Timed {
  readonly what: string;
  readonly medianMs: number;
  readonly lowMs: number;
  readonly highMs: number;
}

/** What a trial of a large draft took, and what pages took meanwhile. */
export interface TrialRow {
  readonly places: number;
  readonly measures: number;
  readonly seconds: number;
  readonly before: Timed;
  readonly during: Timed;
}

const timed = (what: string, times: readonly number[]): Timed => {
  const sorted = [...times].sort((one, other) => one - other);
  return { what, medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0, lowMs: sorted[0] ?? 0, highMs: sorted.at(-1) ?? 0 };
};

/** A draft with the shipped catalogue and copies of it under ids of their own, brought in as a file. */
async function largeDraft(api: Api, measures: number): Promise<string> {
  const catalogue = loadCatalogue();
  const { draft } = await api.draft.create({ name: `${measures} åtgärder`, idempotencyKey: crypto.randomUUID() });
  const copies = Array.from({ length: measures - catalogue.measures.length }, (_, index) => {
    const from = catalogue.measures[index % catalogue.measures.length];
    if (from === undefined) throw new Error("the catalogue has no measures");
    const id = `Z${String.fromCharCode(65 + Math.floor(index / 100))}${String(index % 100).padStart(2, "0")}`;
    const title = { sv: `${from.sv} (${id})`, en: `${from.en} (${id})` };
    return { kind: "measure", key: id, document: { measure: { ...from, ...title, id }, rule: catalogue.rules[from.id] } } as const;
  });
  const file = { draftId: draft.id, fileName: "katalog.yaml", base64: Buffer.from(writeYaml(copies)).toString("base64") };
  const { fingerprint, problems } = await api.draft.importPreview(file);
  if (problems.length > 0) throw new Error(`the file is refused: ${JSON.stringify(problems[0])}`);
  await api.draft.importApply({ ...file, fingerprint });
  return draft.id;
}

/** How long the editor's table takes to open, and how evenly it scrolls, in a real browser. */
async function measureTable(database: Database, site: string, email: string, draftId: string): Promise<readonly Timed[]> {
  const browser = await startBrowser();
  const context = await browser.newContext({ baseURL: site, viewport: { width: 1280, height: 900 }, locale: "sv-SE" });
  await signInAs({ database }, context, email);
  const page = await context.newPage();
  const opened: number[] = [];
  for (let turn = 0; turn < 22; turn += 1) {
    await page.goto("/innehall");
    const started = performance.now();
    await page.goto(`/innehall/utkast/${draftId}`, { waitUntil: "load" });
    await page.locator("tbody tr").last().waitFor({ state: "attached" });
    if (turn > 1) opened.push(performance.now() - started);
  }
  const frames = await page.evaluate(async () => {
    const gaps: number[] = [];
    let last = performance.now();
    const bottom = document.documentElement.scrollHeight - innerHeight;
    for (let at = 0; at < bottom; at += 120) {
      scrollTo(0, at);
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      gaps.push(now - last);
      last = now;
    }
    return gaps;
  });
  await browser.close();
  return [timed("the editor's table opens in a browser, all scripts loaded", opened), timed("a frame while it scrolls", frames)];
}

/** A page asked for again and again until told to stop. */
async function whileAsking(site: string, isOver: () => Promise<boolean>): Promise<readonly number[]> {
  const times: number[] = [];
  let over = false;
  while (!over) {
    for (let turn = 0; turn < 5; turn += 1) {
      const started = performance.now();
      await (await fetch(`${site}/metoden`)).text();
      times.push(performance.now() - started);
    }
    over = await isOver();
  }
  return times;
}

/** Tries the draft in the worker while a page is asked for all the time. */
async function measureTrial(api: Api, site: string, draftId: string, measures: number): Promise<TrialRow> {
  let turns = 0;
  const isEnough = async () => {
    turns += 1;
    return turns >= 20;
  };
  const before = timed("a page, nothing else going on", await whileAsking(site, isEnough));
  const { bench } = await api.bench.start({ draftId: draftId as never, idempotencyKey: crypto.randomUUID() });
  const started = performance.now();
  const isOver = async () => ["done", "failed", "cancelled"].includes((await api.bench.get({ benchId: bench.id })).bench.status);
  const during = timed("the same page while the worker tries the draft", await whileAsking(site, isOver));
  const seconds = (performance.now() - started) / 1000;
  const { bench: ended, report } = await api.bench.get({ benchId: bench.id });
  if (ended.status !== "done" || report === null) throw new Error(`the trial is ${ended.status}`);
  return { places: ended.total, measures, seconds, before, during };
}

/** Everything about a catalogue of so many measures. */
export async function measureContent(
  api: Api,
  database: Database,
  { site, email }: { readonly site: string; readonly email: string },
  measures = 300,
): Promise<{ readonly table: readonly Timed[]; readonly trial: TrialRow }> {
  const draftId = await largeDraft(api, measures);
  return { table: await measureTable(database, site, email, draftId), trial: await measureTrial(api, site, draftId, measures) };
}
