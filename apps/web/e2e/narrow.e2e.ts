import { accessible, accessibleOpened, fits } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { pathsOf, placePages } from "./place-pages.ts";
import { answerAllSteps, title } from "./steps.ts";
import { makeTown } from "./town.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("sv");
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;
const publicPaths = [
  "/",
  "/metoden",
  "/hjalp",
  "/tillganglighet",
  "/dina-uppgifter",
  "/oppna-data",
  "/logga-in?fel=adress",
  "/logga-in/skickad",
  "/utkorg",
  "/finns-inte",
];

test("at 360 px every page of a place fits, with all that can be opened open", async ({ stage, visit }) => {
  const town = await makeTown(stage, "planned");
  const page = await visit({ ...phone, email: town.municipality.email });
  for (const path of ["/mina-platser", "/konto", ...pathsOf(town.placeId, town.actionId)]) {
    await page.goto(path);
    await accessibleOpened(page);
  }
  const coordinators = await visit({ ...phone, email: town.coordinator.email });
  for (const path of ["/mina-platser/ny", placePages.people(town.placeId)]) {
    await coordinators.goto(path);
    await accessible(coordinators);
  }
});

test("at 360 px and at 320 px no page is wider than its window", async ({ stage, visit }) => {
  const town = await makeTown(stage, "planned");
  for (const width of [360, 320]) {
    const page = await visit({ ...phone, viewport: { width, height: 640 }, email: town.company.email });
    for (const path of [...publicPaths, "/mina-platser", ...(width === 320 ? pathsOf(town.placeId, town.actionId) : [])]) {
      await page.goto(path);
      await fits(page);
    }
  }
});

test("answering on a phone: targets of a thumb's size, a way on and a way back", async ({ stage, visit }) => {
  const town = await makeTown(stage, "joined");
  await town.coordinator.api.assessment.start({ placeId: town.placeId, mode: "quick", deadlineOn: null });
  const page = await visit({ ...phone, email: town.company.email });
  await page.goto(placePages.overview(town.placeId));
  await page.getByRole("link", { name: t("place.nextStep.answer.action") }).click();
  const steps = page.locator("main fieldset").first().locator("label");
  for (const box of await steps.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect))) {
    expect(box.height).toBeGreaterThanOrEqual(44);
    expect(box.width).toBeGreaterThanOrEqual(44);
  }
  await accessible(page);
  await answerAllSteps(page, t, (step, question) => 1 + ((step + question) % 5), { scripts: true });
  await page.getByRole("link", { name: t("assessment.answer.back") }).click();
  await expect(page.getByRole("button", { name: t("assessment.answer.last") })).toBeVisible();
  await expect(page.locator("main fieldset").first().getByRole("radio", { checked: true })).toHaveCount(1);
  await page.goto(placePages.answerSummary(town.placeId));
  await accessible(page);
  await page.getByRole("button", { name: t("assessment.summary.submit") }).click();
  await expect(page.getByText(t("assessment.mine.submitted"))).toBeVisible();
});

test("two versions of an action fit on a phone, and are told apart", async ({ stage, visit }) => {
  const town = await makeTown(stage, "planned");
  const page = await visit({ ...phone, email: town.company.email });
  await page.goto(`${placePages.plan(town.placeId)}/${town.actionId}`);
  const name = (await title(page).textContent()) ?? "";
  const { actions } = await town.municipality.api.plan.get({ placeId: town.placeId });
  const version = actions.find(({ id }) => id === town.actionId)?.version ?? 1;
  await town.municipality.api.plan.updateAction({
    placeId: town.placeId,
    actionId: town.actionId as never,
    version,
    patch: { responsibleName: "Kim Munberg", note: "Kommunens ord." },
  });
  await page.getByLabel(t("plan.field.responsibleName")).fill("Indra Stål");
  await page.getByLabel(t("plan.field.note")).fill("Industrins ord.");
  await page.getByRole("button", { name: t("plan.action.submit") }).click();
  await expect(page.getByRole("heading", { name: t("plan.conflict.title") })).toBeVisible();
  await accessible(page);
  // One picks field by field where both have changed.
  await page
    .getByRole("row")
    .filter({ hasText: t("plan.field.note") })
    .getByRole("radio")
    .last()
    .check();
  await page.getByRole("button", { name: t("plan.conflict.savePicked") }).click();
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("Indra Stål");
  const after = await town.municipality.api.plan.get({ placeId: town.placeId });
  expect(after.actions.find(({ id }) => id === town.actionId)).toMatchObject({ responsibleName: "Indra Stål", note: "Kommunens ord." });
});
