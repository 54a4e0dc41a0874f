import { answerAll } from "@hp/demo";
import { accessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { enter, focusIsSeen, tabTo, write } from "./keyboard.ts";
import { placePages } from "./place-pages.ts";
import { title } from "./steps.ts";
import { makeTown } from "./town.ts";
import { beginningOf, wordsOf } from "./words.ts";

const t = wordsOf("sv");

test("the way is gone by keyboard alone, and one always sees where one is", async ({ stage, visit }) => {
  test.slow();
  const town = await makeTown(stage, "joined");
  const { placeId } = town;
  const { round } = await town.coordinator.api.assessment.start({ placeId, mode: "quick", deadlineOn: null });
  const roundId = round?.id ?? "";
  await answerAll(town.municipality, placeId, roundId, { means: { boende: 4 }, importance: {}, seed: 3 });
  await town.municipality.api.assessment.declareReady({ placeId, roundId });
  const page = await visit();

  await test.step("signing in, past the head by the skip link", async () => {
    await page.goto("/logga-in");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: t("shell.skip") })).toBeFocused();
    await focusIsSeen(page);
    await page.keyboard.press("Enter");
    await write(page, page.getByLabel(t("signIn.email")), town.company.email);
    await page.keyboard.press("Enter");
    await expect(title(page)).toHaveText(t("signIn.sent.title"));
    await enter(page, page.getByRole("link", { name: t("signIn.sent.outbox") }));
    await enter(page, page.locator("li[data-kind=sign_in]").filter({ hasText: town.company.email }).getByRole("link").first());
    await enter(page, page.getByRole("button", { name: t("signIn.confirm.button") }));
    await expect(title(page)).toHaveText(t("portfolio.title"));
    await enter(page, page.getByRole("rowheader").getByRole("link", { name: town.name }));
    await expect(title(page)).toHaveText(town.name);
  });

  await test.step("a fact, by arrows and by writing", async () => {
    await enter(page, page.getByRole("navigation").getByRole("link", { name: t("place.path.station.profile") }));
    await expect(title(page)).toHaveText(t("profile.title"));
    const [yes, share] = [page.locator("#uppgift-rekryt_externt"), page.locator("#uppgift-skiftandel")];
    const saved = beginningOf(t("profile.words.saved"));
    await tabTo(page, yes.getByRole("radio").first());
    await page.keyboard.press("Space");
    await expect(yes.getByRole("status")).toHaveText(saved);
    await page.keyboard.press("ArrowDown");
    await expect(yes.getByRole("radio", { name: t("profile.value.no"), exact: true })).toBeChecked();
    await write(page, share.getByRole("textbox"), "38");
    await page.keyboard.press("Tab");
    await expect(share.getByRole("status")).toHaveText(saved);
    await focusIsSeen(page);
  });

  await test.step("answering, by arrows", async () => {
    await page.goto(placePages.assessment(placeId));
    await enter(page, page.getByRole("link", { name: t("assessment.mine.begin") }));
    const questions = page.locator("main fieldset");
    await expect(questions.first()).toBeVisible();
    const first = (await title(page).textContent()) ?? "";
    for (let index = 0; index < (await questions.count()); index++) {
      await tabTo(page, questions.nth(index).getByRole("radio").first());
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await expect(questions.nth(index).getByRole("radio").nth(2)).toBeChecked();
      await focusIsSeen(page);
    }
    await expect(page.getByRole("status").filter({ hasText: beginningOf(t("assessment.answer.saved")) })).toBeVisible();
    await enter(page, page.locator("main form button[type=submit]"));
    await expect(title(page)).not.toHaveText(first);
    // The other steps are the same: answered by the procedures.
    const { dimensions, version } = await town.company.api.assessment.myAnswers({ placeId, roundId });
    let at = version;
    for (const { id, statements } of dimensions.slice(1)) {
      const answers = Object.fromEntries(statements.map((one) => [one.id, 2]));
      ({ version: at } = await town.company.api.assessment.saveStep({
        placeId,
        roundId,
        dimensionId: id,
        answers,
        importance: 4,
        version: at,
      }));
    }
    await page.goto(placePages.answerSummary(placeId));
    await enter(page, page.getByRole("button", { name: t("assessment.summary.submit") }));
    await expect(page.getByText(t("assessment.mine.submitted"))).toBeVisible();
    // Focus comes to what has taken the button's place, a little after it: a Tab before that goes from nowhere.
    await expect(page.locator("#din-del-h")).toBeFocused();
    await enter(page, page.getByRole("button", { name: t("assessment.opening.ready.industry") }));
    await expect(page.getByText(t("assessment.keys.industry.ready"))).toBeVisible();
  });

  await test.step("opening for both, by the coordinator", async () => {
    const sam = await visit({ email: town.coordinator.email });
    await sam.goto(placePages.assessment(placeId));
    await enter(sam, sam.getByRole("button", { name: t("assessment.opening.open") }));
    // Focus comes to what has taken the button's place.
    await expect(sam.getByRole("heading", { name: t("assessment.opened.title") })).toBeFocused();
  });

  await test.step("a chart's table twin, and the advice", async () => {
    await page.goto(placePages.situation(placeId));
    const twin = page.locator("#skillnader details");
    await enter(page, twin.locator("summary"));
    await expect(twin.getByRole("table")).toBeVisible();
    await enter(page, page.getByRole("navigation").getByRole("link", { name: t("place.path.station.advice") }));
    await enter(page, page.getByRole("button", { name: t("recommendation.run.first") }));
    await expect(page.getByRole("heading", { name: t("recommendation.special.title") })).toBeFocused();
    const first = page.locator("#sarskilt ol > li").first();
    await enter(page, first.getByRole("button", { name: t("recommendation.add") }));
    await expect(first.getByText(t("recommendation.inPlan"))).toBeVisible();
    await expect(first.getByRole("heading").first()).toBeFocused();
    await accessible(page);
    await enter(page, first.getByRole("link", { name: t("recommendation.toPlan") }));
  });

  await test.step("the plan: an action is changed, taken out, and put back", async () => {
    const row = page
      .getByRole("table", { name: t("plan.actions.caption") })
      .getByRole("row")
      .nth(1);
    const name = (await row.getByRole("link").textContent()) ?? "";
    await enter(page, row.getByRole("link"));
    await expect(title(page)).toHaveText(name);
    await write(page, page.getByLabel(t("plan.field.responsibleName")), "Indra Stål");
    await page.keyboard.press("Enter");
    const changed = page.getByRole("row").filter({ hasText: name });
    await expect(changed).toContainText("Indra Stål");
    await expect(changed).toBeFocused();
    await enter(page, page.getByRole("link", { name, exact: true }));
    await enter(page, page.getByRole("button", { name: t("plan.action.remove") }));
    // Focus comes to what says so, with the way back in it.
    await expect(page.locator("#borttagen")).toBeFocused();
    await expect(page.locator("#borttagen")).toContainText(t("plan.removed.just", { title: name }));
    await enter(page, page.getByRole("button", { name: t("plan.removed.undo") }));
    await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  });
});

test("a town is found and added by keyboard alone", async ({ stage, visit }) => {
  const { coordinator } = await makeTown(stage, "joined");
  const page = await visit({ email: coordinator.email });
  await page.goto("/mina-platser/ny");
  const field = page.getByRole("combobox", { name: t("portfolio.new.search") });
  await write(page, field, "hällef");
  await expect(page.getByRole("option", { name: /^Hällefors/ }).first()).toBeVisible();
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  const active = (await field.getAttribute("aria-activedescendant")) ?? "";
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(t("portfolio.new.name"), { exact: true })).toHaveValue("Hällefors");
  await expect(page.getByRole("option")).toHaveCount(0);
  await enter(page, page.getByRole("button", { name: t("portfolio.new.submit") }));
  await expect(title(page)).toHaveText("Hällefors");
});
