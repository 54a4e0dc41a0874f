import { accessible, accessibleOpened } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { enter, tabTo, write, writeEmpty } from "./keyboard.ts";
import { placePages } from "./place-pages.ts";
import { title } from "./steps.ts";
import { makeTown, newcomer } from "./town.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("sv");

test("by keyboard alone, an admin moves a limit and adds a measure, tries it on the places, publishes; a coordinator moves a place of Hagfors there and back", async ({
  stage,
  visit,
}) => {
  test.setTimeout(300_000);
  const town = await makeTown(stage, "planned");
  const admin = await newcomer(stage, "Inga Redaktör");
  await stage.owner.query(`UPDATE "User" SET "isAdmin" = true WHERE "id" = $1`, [admin.userId]);
  const page = await visit({ email: admin.email });
  let draft = "";
  let version = "";

  await test.step("a draft is begun", async () => {
    await page.goto("/mina-platser");
    await enter(page, page.getByRole("navigation").getByRole("link", { name: t("shell.content"), exact: true }));
    await expect(title(page)).toHaveText(t("content.title"));
    await accessible(page);
    await write(page, page.getByLabel(t("content.drafts.newName")), "Vakanser och en ny åtgärd");
    await enter(page, page.getByRole("button", { name: t("content.drafts.create") }));
    await expect(title(page)).toHaveText("Vakanser och en ny åtgärd");
    await accessible(page);
    draft = new URL(page.url()).pathname;
  });

  await test.step("a limit is moved: it is read back in words, and says where it holds", async () => {
    await write(page, page.getByLabel(t("editor.filter.text")), "BO06");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/BO06/);
    await enter(
      page,
      page
        .getByRole("table")
        .getByRole("link", { name: /^BO06|Nya hyresrätter/ })
        .first(),
    );
    const excluded = page.getByRole("group", { name: t("editor.rule.exclude"), exact: true });
    await expect(excluded.getByText("minst 5 procent")).toBeVisible();
    await write(page, excluded.getByLabel(t("editor.condition.value"), { exact: true }).first(), "3");
    await page.keyboard.press("Tab");
    await expect(excluded.getByText("minst 3 procent")).toBeVisible();
    await expect(excluded.getByText(/av 290 kommuner/).first()).toBeVisible();
    await enter(page, page.getByRole("button", { name: t("editor.save"), exact: true }));
    await expect(page.getByText(t("editor.allSaved"))).toBeVisible();
    await expect(page.getByText(/BO06 utesluts nu redan när vakansgraden/).first()).toBeVisible();
    await accessible(page);
  });

  await test.step("a measure is added, in both languages", async () => {
    await page.goto(`${draft}/ny-atgard`);
    await write(page, page.getByLabel(t("editor.measure.id"), { exact: true }), "ZZ01");
    await writeEmpty(page, page.getByRole("button", { name: t("editor.measure.add") }), (language) =>
      language === "sv" ? "En text på svenska." : "A text in English.",
    );
    await accessible(page);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`${draft}/atgard/ZZ01`);
  });

  await test.step("an effect is set in the grid, by arrows and a figure", async () => {
    await page.goto(`${draft}/effekter`);
    const grid = page.getByRole("grid");
    await tabTo(page, grid.locator("[tabindex='0']").first());
    await page.keyboard.press("Control+End");
    await page.keyboard.press("2");
    await expect(page.getByText(t("editor.allSaved")).first()).toBeVisible();
    await accessible(page);
  });

  await test.step("it is tried on all places, and what it would change is told", async () => {
    await page.goto(`${draft}/prov`);
    await enter(page, page.getByRole("button", { name: t("bench.start") }));
    await expect(page.getByText(/^Provningen är grön\./)).toBeVisible({ timeout: 90_000 });
    await expect(page.getByRole("heading", { name: t("bench.places.title") })).toBeVisible();
    await accessibleOpened(page);
  });

  await test.step("it is published, and the difference can be read", async () => {
    await enter(page, page.getByRole("link", { name: t("bench.toPublish") }));
    await expect(page.getByText(/BO06 utesluts nu redan när vakansgraden/)).toBeVisible();
    await write(page, page.getByLabel(t("draft.publish.note")), "Gränsen för vakanser sänks, och en ny åtgärd kommer till.");
    await accessible(page);
    version = await page.getByLabel(t("draft.publish.version")).inputValue();
    await enter(page, page.getByRole("button", { name: t("draft.publish.submit") }));
    await expect(page.getByRole("rowheader", { name: version }).first()).toBeVisible();
    await enter(page, page.getByRole("link", { name: /^Skillnad mot/ }).first());
    await expect(page.getByText(/ZZ01/).first()).toBeVisible();
    await accessible(page);
    await page.goto("/innehall/anvandning");
    await expect(title(page)).toHaveText(t("content.usage.title"));
    await accessibleOpened(page);
  });

  await test.step("the place has what it had, until its coordinator moves it; and it can be taken back", async () => {
    const coordinator = await visit({ email: town.coordinator.email });
    await coordinator.goto(`${placePages.overview(town.placeId)}/uppgradera`);
    await expect(coordinator.getByText("Gränsen för vakanser sänks, och en ny åtgärd kommer till.")).toBeVisible();
    await accessible(coordinator);
    await enter(coordinator, coordinator.getByRole("button", { name: t("upgrade.apply.submit", { version }) }));
    await expect(coordinator.getByText(t("upgrade.newest.say"))).toBeVisible();
    await enter(coordinator, coordinator.getByRole("button", { name: t("upgrade.made.rollBack") }));
    await expect(coordinator.getByText(/Platsen är exakt som före flytten\./)).toBeVisible();
  });
});

test("only admins meet the content's pages", async ({ stage, visit }) => {
  const town = await makeTown(stage, "joined");
  const page = await visit({ email: town.coordinator.email });
  for (const path of ["/innehall", "/innehall/anvandning", "/innehall/forvantningar", "/innehall/skillnad"]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
  }
});
