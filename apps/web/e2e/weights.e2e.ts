import { gzipSync } from "node:zlib";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { placePages } from "./place-pages.ts";
import { signInAs } from "./session.ts";
import { type DemoPlace, demoPlace, makeTown, type Town } from "./town.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("sv");
const demoEmail = "karin.lindqvist@demo.example";
const kB = 1000;
const limits = { css: 20 * kB, html: 25 * kB, fonts: 100 * kB, fontFiles: 3 };
/** Module scripts, gzip: a page that is met on a phone, and any other. */
const light = 180 * kB;
const full = 260 * kB;

interface Weighed {
  readonly route: string;
  readonly path: string;
  readonly script: number;
  /** A sentence of the page that its first answer holds. */
  readonly says: string;
  /** HTML, gzip, where it is another than for all pages. */
  readonly html?: number;
}

const publicRoutes: readonly Weighed[] = [
  { route: "/", path: "/", script: light, says: t("start.lead") },
  { route: "/metoden", path: "/metoden", script: light, says: t("method.scores.item") },
  { route: "/hjalp", path: "/hjalp", script: light, says: t("help.working.unknown.a") },
  { route: "/tillganglighet", path: "/tillganglighet", script: light, says: t("accessibility.lead") },
  { route: "/dina-uppgifter", path: "/dina-uppgifter", script: light, says: t("privacy.lead") },
  { route: "/oppna-data", path: "/oppna-data", script: light, says: t("openData.mind.small") },
  { route: "/logga-in", path: "/logga-in", script: light, says: t("signIn.lead") },
  { route: "/logga-in/skickad", path: "/logga-in/skickad", script: light, says: t("signIn.sent.missingText") },
  {
    route: "/logga-in/bekrafta",
    path: `/logga-in/bekrafta?token=${"x".repeat(43)}&email=a%40e2e.example`,
    script: light,
    says: t("signIn.confirm.other"),
  },
  { route: "/inbjudan/[token]", path: `/inbjudan/${"x".repeat(43)}`, script: light, says: t("invitation.wrong.lead") },
];

const answerRoutes = ({ placeId }: Town): readonly Weighed[] => [
  { route: "…/bedomning/svara/[dimension]", path: placePages.answerStep(placeId), script: light, says: t("assessment.answer.privacy") },
  { route: "…/bedomning/svara/lamna-in", path: placePages.answerSummary(placeId), script: light, says: t("assessment.summary.change") },
];

const placeRoutes = (town: DemoPlace): readonly Weighed[] => [
  { route: "/mina-platser", path: "/mina-platser", script: full, says: t("portfolio.order") },
  { route: "/mina-platser/ny", path: "/mina-platser/ny", script: full, says: t("portfolio.new.say") },
  { route: "/konto", path: "/konto", script: full, says: t("account.detailsSide") },
  { route: "/plats/[placeId]", path: placePages.overview(town.placeId), script: full, says: "Koppardals Stål AB" },
  { route: "…/personer", path: placePages.people(town.placeId), script: full, says: t("member.people.side") },
  { route: "…/profil", path: placePages.profile(town.placeId), script: full, says: t("profile.progress.side") },
  { route: "…/bedomning", path: placePages.assessment(town.placeId), script: full, says: t("assessment.progress.side") },
  { route: "…/nulage", path: placePages.situation(town.placeId), script: full, says: t("score.dumbbell.side") },
  { route: "…/rad", path: placePages.advice(town.placeId), script: full, says: t("recommendation.questions.side") },
  { route: "…/plan", path: placePages.plan(town.placeId), script: full, says: t("plan.actions.side") },
  {
    route: "…/plan/[actionId]",
    path: `${placePages.plan(town.placeId)}/${town.actionId}`,
    script: full,
    says: t("plan.action.fromAdvice"),
  },
  { route: "…/rad/[measureId]", path: `${placePages.advice(town.placeId)}/BO06`, script: full, says: t("recommendation.card.steps") },
  { route: "…/uppgradera", path: `${placePages.overview(town.placeId)}/uppgradera`, script: full, says: t("upgrade.made.side") },
];

/** The editor of the content holds a whole catalogue, and every field that a rule may name: more HTML, for few people at a desk. */
const editorHtml = 35 * kB;
const contentRoutes = (draft: string): readonly Weighed[] => [
  { route: "/innehall", path: "/innehall", script: full, says: t("content.drafts.side") },
  { route: "/innehall/anvandning", path: "/innehall/anvandning", script: full, says: t("content.usage.statementsSide") },
  { route: "/innehall/forvantningar", path: "/innehall/forvantningar", script: full, says: t("bench.expect.side") },
  { route: "…/utkast/[draftId]", path: draft, script: full, says: t("editor.table.side"), html: editorHtml },
  { route: "…/atgard/[key]", path: `${draft}/atgard/BO06`, script: full, says: t("editor.rule.hint.require"), html: editorHtml },
  { route: "…/effekter", path: `${draft}/effekter`, script: full, says: t("draft.nav.effects"), html: editorHtml },
  { route: "…/fragor/[key]", path: `${draft}/fragor/boende`, script: full, says: t("draft.nav.questions"), html: editorHtml },
  { route: "…/fil", path: `${draft}/fil`, script: full, says: t("draft.file.import.side") },
  { route: "…/prov", path: `${draft}/prov`, script: full, says: t("bench.side") },
  { route: "…/publicera", path: `${draft}/publicera`, script: full, says: t("draft.publish.side") },
];

const sizes = new Map<string, number>();
async function gzipOf(request: APIRequestContext, path: string): Promise<number> {
  const known = sizes.get(path);
  if (known !== undefined) return known;
  const response = await request.get(path);
  expect(response.status(), path).toBe(200);
  const size = gzipSync(await response.body()).length;
  sizes.set(path, size);
  return size;
}

/** Addresses that the tags of an answer name by an attribute. */
const named = (html: string, tag: RegExp, attribute: string): string[] => [
  ...new Set(
    [...html.matchAll(tag)].flatMap(([text]) => new RegExp(`\\s${attribute}="([^"]+)"`).exec(text)?.[1]?.replaceAll("&amp;", "&") ?? []),
  ),
];

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);

async function weigh(request: APIRequestContext, { path, says }: Weighed) {
  const response = await request.get(path);
  const html = await response.text();
  const plain = html.replace(/<script\b[\s\S]*?<\/script>/g, "").replace(/<!--.*?-->/g, "");
  expect(plain, `the first answer of ${path} has no heading`).toMatch(/<h1\b[^>]*>/);
  const escaped = says.replaceAll("&", "&amp;").replaceAll("'", "&#x27;");
  expect(plain.includes(says) || plain.includes(escaped), `the first answer of ${path} does not say: ${says}`).toBe(true);
  // Browsers that know modules load none of the noModule scripts.
  const scripts = named(html.replace(/<script\b[^>]*\bnomodule\b[^>]*>/gi, ""), /<script\b[^>]*>/g, "src");
  const preloads = named(html, /<link\b[^>]*rel="modulepreload"[^>]*>/g, "href");
  const weights = async (paths: readonly string[]) => Promise.all(paths.map((one) => gzipOf(request, one)));
  return {
    script: sum(await weights([...new Set([...scripts, ...preloads])])),
    css: sum(await weights(named(html, /<link\b[^>]*rel="stylesheet"[^>]*>/g, "href"))),
    html: gzipSync(html).length,
  };
}

const written = (bytes: number) => (bytes / kB).toFixed(1).padStart(7);

async function checkAll(request: APIRequestContext, routes: readonly Weighed[]): Promise<void> {
  const lines: string[] = [];
  for (const one of routes) {
    const weight = await weigh(request, one);
    lines.push(`${one.route.padEnd(32)}${written(weight.script)} of ${one.script / kB}${written(weight.css)}${written(weight.html)}`);
    expect.soft(weight.script, `module scripts of ${one.route}`).toBeLessThanOrEqual(one.script);
    expect.soft(weight.script, `no scripts were found on ${one.route}`).toBeGreaterThan(50 * kB);
    expect.soft(weight.css, `stylesheets of ${one.route}`).toBeLessThanOrEqual(limits.css);
    expect.soft(weight.css, `no stylesheet was found on ${one.route}`).toBeGreaterThan(kB);
    expect.soft(weight.html, `HTML of ${one.route}`).toBeLessThanOrEqual(one.html ?? limits.html);
  }
  console.log(`${"kB gzip".padEnd(32)}${"script".padStart(7)}       ${"css".padStart(7)}${"html".padStart(7)}\n${lines.join("\n")}`);
}

test("public pages are light, and their first answer holds their content", async ({ request }) => {
  await checkAll(request, publicRoutes);
});

test("answering is light enough for a phone, and its first answer holds the questions", async ({ stage, visit }) => {
  const town = await makeTown(stage, "answered");
  const page = await visit();
  await signInAs(stage, page.context(), town.company.email);
  await checkAll(page.request, answerRoutes(town));
});

test("a place's pages are light even where much is known, and their first answer holds their content", async ({ stage, visit }) => {
  // The fullest place there is: the example that has all statements answered, a filled-in profile and a plan.
  const place = await demoPlace(stage, demoEmail);
  const page = await visit();
  await signInAs(stage, page.context(), demoEmail);
  await checkAll(page.request, placeRoutes(place));
});

test("the pages of the content are light, and their first answer holds their content", async ({ stage, visit }) => {
  const { rows } = await stage.owner.query<{ id: string }>(`SELECT "id" FROM "ContentDraft" ORDER BY "createdAt" LIMIT 1`);
  const page = await visit();
  await signInAs(stage, page.context(), "astrid.ek@demo.example");
  await checkAll(page.request, contentRoutes(`/innehall/utkast/${rows[0]?.id}`));
});

const fontsOf = async (page: Page, path: string): Promise<readonly number[]> => {
  const fonts: Promise<number>[] = [];
  const listen = (response: { url: () => string; body: () => Promise<Buffer> }) => {
    if (response.url().endsWith(".woff2")) fonts.push(response.body().then((body) => body.length));
  };
  page.on("response", listen);
  await page.goto(path, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  page.off("response", listen);
  return Promise.all(fonts);
};

test("the type is at most three files of 100 kB together, all our own", async ({ page }) => {
  const fonts = await fontsOf(page, "/");
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.length).toBeLessThanOrEqual(limits.fontFiles);
  expect(sum(fonts)).toBeLessThanOrEqual(limits.fonts);
  console.log(`fonts: ${fonts.length} files, ${written(sum(fonts)).trim()} kB`);
});
