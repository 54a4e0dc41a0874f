import type { Page } from "@playwright/test";
import { accessible, accessibleOpened } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { placePages } from "./place-pages.ts";
import { title } from "./steps.ts";
import { makeTown } from "./town.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("sv");
const en = wordsOf("en");

/** What each party can carry in a year. */
async function writeBudgets(page: Page, municipality: string, industry: string): Promise<void> {
  await page.locator("#municipality-sek").fill(municipality);
  await page.locator("#industry-sek").fill(industry);
}

test("two parties work out the best package together, and put it into the plan", async ({ stage, visit }) => {
  const town = await makeTown(stage, "planned");
  const [kim, indra] = [await visit({ email: town.municipality.email }), await visit({ email: town.company.email })];

  // From the plan; nothing has been asked yet.
  await kim.goto(placePages.plan(town.placeId));
  await kim.getByRole("link", { name: t("plan.package.link") }).click();
  await expect(title(kim)).toHaveText(t("package.title"));
  await expect(kim.getByText(t("package.say.nothing"))).toBeVisible();
  await accessibleOpened(kim);

  // What makes no sense is told by the field, and what was written stays.
  await writeBudgets(kim, "mycket", "20 000 000");
  await kim.getByRole("button", { name: t("package.limits.submit") }).click();
  await expect(kim.getByRole("alert").getByText(t("package.errorTitle"))).toBeVisible();
  await expect(kim.locator("#municipality-sek")).toHaveValue("mycket");
  await expect(kim.locator("#municipality-sek")).toHaveAttribute("aria-invalid", "true");
  await expect(kim.getByRole("alert").getByRole("link")).toHaveText(
    `${t("package.party.municipality")}, ${t("package.limits.sek")}: ${t("failure.field.type")}`,
  );
  await accessible(kim);

  // More than the plan already takes: the optimiser answers while one looks.
  await writeBudgets(kim, "30 000 000", "20 000 000");
  await kim.getByRole("button", { name: t("package.limits.submit") }).click();
  await expect(kim.getByText(t("package.proposal.proven"))).toBeVisible({ timeout: 30_000 });
  const adopt = kim.getByRole("button", { name: /i planen$/ });
  await expect(adopt).toBeVisible({ timeout: 60_000 });
  await expect(kim.locator("#paketet .say")).toContainText(/väntas lyfta orten från \d+ till \d+ av 100/);
  await expect(kim.locator("#effekt").getByRole("heading")).toHaveText(t("package.expected.title"));
  await expect(kim.locator("#pengarna .say")).toBeVisible();
  await accessibleOpened(kim);

  // The other party sees the same, and puts it into the plan.
  await indra.goto(placePages.package(town.placeId));
  const said = (await kim.locator("#paketet .say").textContent()) ?? "";
  await expect(indra.locator("#paketet .say")).toHaveText(said);
  await expect(indra.locator("#municipality-sek")).toHaveValue("30\u00a0000\u00a0000");
  const proposed = await indra.locator("#paketet tbody tr").count();
  await indra.getByRole("button", { name: /i planen$/ }).click();
  await expect(title(indra)).toHaveText(t("plan.title"));
  // The measures, and the sum.
  await expect(indra.locator("#atgarder tbody tr")).toHaveCount(proposed);
  await accessible(indra);

  // Nothing is put in twice, and both are told that the plan has moved on.
  await kim.reload();
  await expect(kim.getByText(t("package.adopt.all"))).toBeVisible();
  await expect(kim.getByText(t("package.outdated.title"))).toBeVisible();
  await accessible(kim);
});

test("limits that cannot be kept are named with their sums, in both languages, also without scripts", async ({ stage, visit }) => {
  const town = await makeTown(stage, "planned", "en");
  const page = await visit({ email: town.municipality.email, javaScriptEnabled: false });
  await page.goto(placePages.package(town.placeId));
  await expect(title(page)).toHaveText(en("package.title"));
  await writeBudgets(page, "0", "0");
  await page.getByRole("button", { name: en("package.limits.submit") }).click();
  // Without scripts the page is reloaded by hand.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(en("package.say.infeasible"))).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByText(/must be in\. It costs the municipality SEK/)).toBeVisible();
  await expect(page.getByText(/has SEK\u00a00 in 2027, 2028 and 2029/).first()).toBeVisible();
  await page.close();
  const swedish = await visit({ email: town.coordinator.email });
  await town.coordinator.api.member.updateMe({ name: "Sam Ordnare", locale: "sv" });
  await swedish.goto(placePages.package(town.placeId));
  await expect(swedish.getByText(t("package.say.infeasible"))).toBeVisible();
  await accessible(swedish);
});

test("where nothing fits, that is said, with the sums at which something would", async ({ stage, visit }) => {
  const town = await makeTown(stage, "advised");
  const page = await visit({ email: town.municipality.email });
  await page.goto(placePages.package(town.placeId));
  await writeBudgets(page, "0", "0");
  await page.getByRole("button", { name: t("package.limits.submit") }).click();
  await expect(page.getByText(t("package.say.empty"))).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("#utanfor li").first()).toBeVisible({ timeout: 30_000 });
  await accessible(page);
});

test("a place without advice is told what comes first, and a viewer only looks", async ({ stage, visit }) => {
  const town = await makeTown(stage, "opened");
  const page = await visit({ email: town.company.email });
  await page.goto(placePages.package(town.placeId));
  await expect(page.getByText(t("package.none.not_run"))).toBeVisible();
  await page.getByRole("link", { name: t("package.none.to.not_run") }).click();
  await expect(title(page)).toHaveText(t("recommendation.title"));
});
