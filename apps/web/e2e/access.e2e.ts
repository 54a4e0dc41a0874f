import { accessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { pathsOf, placePages } from "./place-pages.ts";
import { signInAs } from "./session.ts";
import { makeTown, newcomer } from "./town.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("sv");

test("another's place is not there, on any of its pages", async ({ stage, visit }) => {
  const town = await makeTown(stage, "planned");
  const outsider = await newcomer(stage, "Utan Plats");
  const page = await visit({ email: outsider.email });
  for (const path of pathsOf(town.placeId, town.actionId)) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("errors.page.notFoundTitle"));
    await expect(page.getByText(town.name), path).toHaveCount(0);
  }
  await page.getByRole("link", { name: t("errors.page.toPlaces") }).click();
  await expect(page.getByText(t("portfolio.empty.say"))).toBeVisible();
  await accessible(page);
});

test("another's action is not there through one's own place", async ({ stage, visit }) => {
  const [mine, theirs] = [await makeTown(stage, "planned"), await makeTown(stage, "planned")];
  const page = await visit({ email: mine.municipality.email });
  const response = await page.goto(`${placePages.plan(mine.placeId)}/${theirs.actionId}`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("errors.page.notFoundTitle"));
});

test("who is not signed in is sent to sign in from any page, and comes back to it", async ({ stage, page }) => {
  const town = await makeTown(stage, "planned");
  for (const path of ["/mina-platser", "/mina-platser/ny", "/konto", ...pathsOf(town.placeId, town.actionId)]) {
    await page.goto(path);
    await expect(page, path).toHaveURL(`/logga-in?callbackUrl=${encodeURIComponent(path)}`);
  }
  const wanted = `${placePages.plan(town.placeId)}/${town.actionId}`;
  await page.getByLabel(t("signIn.email")).fill(town.company.email);
  await page.getByRole("button", { name: t("signIn.submit") }).click();
  await page.getByRole("link", { name: t("signIn.sent.outbox") }).click();
  await page.getByRole("listitem").filter({ hasText: town.company.email }).getByRole("link").first().click();
  await page.getByRole("button", { name: t("signIn.confirm.button") }).click();
  await expect(page).toHaveURL(wanted);
  await expect(page.getByLabel(t("plan.field.responsibleName"))).toBeVisible();
});

test("a viewer reads everything that is shared and is offered no way to change it", async ({ stage, visit }) => {
  const town = await makeTown(stage, "planned");
  const { organisations } = await town.coordinator.api.member.list({ placeId: town.placeId });
  const company = organisations.find(({ kind }) => kind === "company");
  if (company === undefined) throw new Error("the town has no company");
  const { invite, mailedToken } = await import("@hp/demo");
  const email = `las-${town.placeId.slice(0, 8)}@e2e.example`;
  await invite(town.coordinator, town.placeId, {
    email,
    name: "Läsa Bara",
    role: "viewer",
    roleGroup: null,
    organisation: { kind: "company", name: company.name },
  });
  const page = await visit();
  await page.goto(`/inbjudan/${await mailedToken(stage, email)}`);
  await page.getByLabel(t("invitation.name")).fill("Läsa Bara");
  await page.getByRole("button", { name: t("invitation.submit") }).click();
  await expect(page).toHaveURL(placePages.overview(town.placeId));
  for (const name of ["overview", "people", "profile", "assessment", "situation", "advice", "plan"] as const) {
    await page.goto(placePages[name](town.placeId));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    // Only questions that change nothing: a search, and the language and sign-out of the frame.
    await expect(page.locator("main form:not([method=get])"), name).toHaveCount(0);
  }
});

test("signing out ends it: the page behind is closed, and so is the session", async ({ stage, visit }) => {
  const town = await makeTown(stage, "joined");
  const page = await visit();
  await signInAs(stage, page.context(), town.municipality.email);
  await page.goto(placePages.overview(town.placeId));
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: t("shell.signOut") }).click();
  await expect(page.getByRole("link", { name: t("shell.signIn") })).toBeVisible();
  await page.goto(placePages.overview(town.placeId));
  await expect(page).toHaveURL(/\/logga-in\?/);
  // A copy of the cookie opens nothing either.
  await page.context().addCookies(cookies);
  await page.goto(placePages.overview(town.placeId));
  await expect(page).toHaveURL(/\/logga-in\?/);
});
