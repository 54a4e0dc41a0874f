import type { Page } from "@playwright/test";
import { accessible, accessibleOpened } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { placePages } from "./place-pages.ts";
import { makeTown, newcomer } from "./town.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("sv");

/** Writes something in every text of a measure that is empty. */
async function writeEverything(page: Page): Promise<void> {
  for (const field of await page.locator("input[lang], textarea[lang]").all()) {
    if ((await field.inputValue()) === "")
      await field.fill((await field.getAttribute("lang")) === "sv" ? "En text på svenska." : "A text in English.");
  }
}

test("an admin moves a limit and adds a measure, tries it on the places, publishes; a coordinator moves the place there and back", async ({
  stage,
  visit,
}) => {
  test.setTimeout(240_000);
  const town = await makeTown(stage, "planned");
  const admin = await newcomer(stage, "Inga Redaktör");
  await stage.owner.query(`UPDATE "User" SET "isAdmin" = true WHERE "id" = $1`, [admin.userId]);
  const page = await visit({ email: admin.email });

  await page.goto("/mina-platser");
  await page
    .getByRole("navigation")
    .getByRole("link", { name: t("shell.content"), exact: true })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("content.title"));
  await accessible(page);
  await page.getByLabel(t("content.drafts.newName")).fill("Vakanser och en ny åtgärd");
  await page.getByRole("button", { name: t("content.drafts.create") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vakanser och en ny åtgärd");
  await accessible(page);
  const draft = new URL(page.url()).pathname;

  // A limit is moved: it is read back in words, and says where it holds.
  await page.getByLabel(t("editor.filter.text")).fill("BO06");
  await page.getByRole("button", { name: t("editor.filter.submit") }).click();
  await page.getByRole("table").getByRole("link").first().click();
  const excluded = page.getByRole("group", { name: t("editor.rule.exclude"), exact: true });
  await expect(excluded.getByText("minst 5 procent")).toBeVisible();
  await excluded.getByLabel(t("editor.condition.value"), { exact: true }).first().fill("3");
  await excluded.getByLabel(t("editor.condition.value"), { exact: true }).first().press("Tab");
  await expect(excluded.getByText("minst 3 procent")).toBeVisible();
  await expect(excluded.getByText(/av 290 kommuner/).first()).toBeVisible();
  await page.getByRole("button", { name: t("editor.save"), exact: true }).click();
  await expect(page.getByText(t("editor.allSaved"))).toBeVisible();
  await expect(page.getByText(/BO06 utesluts nu redan när vakansgraden/).first()).toBeVisible();
  await accessible(page);

  // A measure is added, in both languages.
  await page.goto(`${draft}/ny-atgard`);
  await page.getByLabel(t("editor.measure.id"), { exact: true }).fill("ZZ01");
  await writeEverything(page);
  await accessible(page);
  await page.getByRole("button", { name: t("editor.measure.add") }).click();
  await expect(page).toHaveURL(`${draft}/atgard/ZZ01`);

  // It is tried on all places, and what it would change is told.
  await page.goto(`${draft}/prov`);
  await page.getByRole("button", { name: t("bench.start") }).click();
  await expect(page.getByText(/^Provningen är grön\./)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole("heading", { name: t("bench.places.title") })).toBeVisible();
  await accessibleOpened(page);

  await page.getByRole("link", { name: t("bench.toPublish") }).click();
  await expect(page.getByText(/BO06 utesluts nu redan när vakansgraden/)).toBeVisible();
  await page.getByLabel(t("draft.publish.note")).fill("Gränsen för vakanser sänks, och en ny åtgärd kommer till.");
  await accessible(page);
  const version = await page.getByLabel(t("draft.publish.version")).inputValue();
  await page.getByRole("button", { name: t("draft.publish.submit") }).click();
  await expect(page.getByRole("rowheader", { name: version }).first()).toBeVisible();
  await page
    .getByRole("link", { name: /^Skillnad mot/ })
    .first()
    .click();
  await expect(page.getByText(/ZZ01/).first()).toBeVisible();
  await accessible(page);
  await page.goto("/innehall/anvandning");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("content.usage.title"));
  await accessibleOpened(page);

  // The place has what it had, until its coordinator moves it; and it can be taken back.
  const coordinator = await visit({ email: town.coordinator.email });
  await coordinator.goto(`${placePages.overview(town.placeId)}/uppgradera`);
  await expect(coordinator.getByText("Gränsen för vakanser sänks, och en ny åtgärd kommer till.")).toBeVisible();
  await accessible(coordinator);
  await coordinator.getByRole("button", { name: t("upgrade.apply.submit", { version }) }).click();
  await expect(coordinator.getByText(t("upgrade.newest.say"))).toBeVisible();
  await coordinator.getByRole("button", { name: t("upgrade.made.rollBack") }).click();
  await expect(coordinator.getByText(/Platsen är exakt som före flytten\./)).toBeVisible();
});

test("only admins meet the content's pages", async ({ stage, visit }) => {
  const town = await makeTown(stage, "joined");
  const page = await visit({ email: town.coordinator.email });
  for (const path of ["/innehall", "/innehall/anvandning", "/innehall/forvantningar", "/innehall/skillnad"]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
  }
});
