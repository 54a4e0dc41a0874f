import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { placePages } from "./place-pages.ts";
import { beginningOf, type Words } from "./words.ts";

// What people do in the product, in their own words. Each step looks for what its person would see before it goes on.

/** The page's heading. */
export const title = (page: Page): Locator => page.getByRole("heading", { level: 1 });

/** The link in the newest mail to an address, as the outbox shows it. */
export async function mailedLink(page: Page, kind: "sign_in" | "invitation", email: string): Promise<Locator> {
  await page.goto("/utkorg");
  const mail = page.locator(`li[data-kind=${kind}]`).filter({ hasText: email }).first();
  await expect(mail).toBeVisible();
  return mail.getByRole("link").first();
}

/** Asks for a link to sign in with, at the sign-in page. */
export async function askForLink(page: Page, t: Words, email: string): Promise<void> {
  await page.getByLabel(t("signIn.email")).fill(email);
  await page.getByRole("button", { name: t("signIn.submit") }).click();
  await expect(title(page)).toHaveText(t("signIn.sent.title"));
  await expect(page.getByText(email)).toBeVisible();
}

/** A person to invite, as the coordinator writes it. */
export interface Invitation {
  readonly email: string;
  readonly kind: "municipality" | "company";
  readonly organisation: string;
}

/** Invites a person for a new organisation, and sees the invitation wait. */
export async function inviteParty(page: Page, t: Words, { email, kind, organisation }: Invitation): Promise<void> {
  await page.getByLabel(t("member.invite.email"), { exact: true }).fill(email);
  await page.getByLabel(t("member.invite.organisation"), { exact: true }).selectOption({ label: t(`member.invite.new.${kind}`) });
  await page.getByLabel(t("member.invite.name")).fill(organisation);
  await page.getByRole("button", { name: t("member.invite.submit") }).click();
  const row = page.getByRole("row").filter({ hasText: email });
  await expect(row).toContainText(organisation);
  await expect(row.getByRole("button", { name: t("member.invitations.revoke", { email }) })).toBeVisible();
}

/** Accepts the invitation that was mailed, and lands in the place. */
export async function acceptInvitation(
  page: Page,
  t: Words,
  person: { readonly email: string; readonly name: string; readonly group: string; readonly place: string },
): Promise<void> {
  await (await mailedLink(page, "invitation", person.email)).click();
  await expect(title(page)).toHaveText(person.place);
  await page.getByLabel(t("invitation.name")).fill(person.name);
  await page.getByRole("radio", { name: t(`invitation.group.${person.group}`) }).check();
  await page.getByRole("button", { name: t("invitation.submit") }).click();
  await expect(page).toHaveURL(/\/plats\/[0-9a-f-]{36}$/);
  await expect(title(page)).toHaveText(person.place);
}

/** A precondition on the profile, by its key. */
export function factOn(page: Page, t: Words, key: string) {
  const row = page.locator(`#uppgift-${key}`);
  const saved = row.getByRole("status").filter({ hasText: beginningOf(t("profile.words.saved")) });
  return {
    row,
    isSaved: () => expect(saved).toBeVisible(),
    choose: async (label: string) => {
      await row.getByRole("radio", { name: label, exact: true }).check();
      await expect(saved).toBeVisible();
    },
    /** Writes, and leaves the field: that saves it. */
    write: async (text: string) => {
      await row.getByRole("textbox").fill(text);
      await row.getByRole("textbox").blur();
    },
    doesNotKnow: async () => {
      await row.getByRole("checkbox", { name: t("profile.value.unknown") }).check();
      await expect(saved).toBeVisible();
    },
  };
}

/** What one person thinks: an answer 1–5, or null for "cannot judge", to the nth question of the nth step. */
export type Opinion = (step: number, question: number) => number | null;

async function answerQuestions(page: Page, step: number, opinion: Opinion): Promise<void> {
  const questions = page.locator("main fieldset");
  const count = await questions.count();
  expect(count).toBeGreaterThan(1);
  for (let index = 0; index < count; index++) {
    const radios = questions.nth(index).getByRole("radio");
    const isImportance = index === count - 1;
    const answer = isImportance ? (opinion(step, index) ?? 4) : opinion(step, index);
    await (answer === null ? radios.last() : radios.nth(answer - 1)).check();
  }
}

/** Answers every step from the first, and comes to the summary. Sees each step saved when the page can say so. */
export async function answerAllSteps(page: Page, t: Words, opinion: Opinion, { scripts }: { readonly scripts: boolean }): Promise<void> {
  const summary = page.getByRole("heading", { level: 1, name: t("assessment.summary.title") });
  const last = page.getByRole("button", { name: t("assessment.answer.last") });
  await expect(page.locator("main fieldset").first()).toBeVisible();
  for (let step = 0; ; step++) {
    const heading = (await title(page).textContent()) ?? "";
    await answerQuestions(page, step, opinion);
    if (scripts) await expect(page.getByRole("status").filter({ hasText: beginningOf(t("assessment.answer.saved")) })).toBeVisible();
    const isLast = await last.isVisible();
    await page.locator("main form button[type=submit]").click();
    if (isLast) break;
    await expect(title(page)).not.toHaveText(heading);
  }
  await expect(summary).toBeVisible();
}

/** Goes to a page of the place as the path leads there. */
export async function walkTo(page: Page, t: Words, station: "profile" | "assessment" | "situation" | "advice" | "plan"): Promise<void> {
  const path = page
    .getByRole("navigation")
    .filter({ has: page.getByRole("list") })
    .filter({ hasText: t("place.path.station.follow_up") });
  await path.getByRole("link", { name: t(`place.path.station.${station}`) }).click();
  await expect(path.locator("[aria-current=page]")).toContainText(t(`place.path.station.${station}`));
}

/** The results are closed for a person: the page says so, and holds no drawing and no score. */
export async function seesClosed(page: Page, t: Words, placeId: string): Promise<void> {
  await page.goto(placePages.situation(placeId));
  await expect(page.getByRole("heading", { name: t("score.closed.title") })).toBeVisible();
  await expect(page.locator("main figure")).toHaveCount(0);
}

/** The results are open for a person: a sentence, a drawing and a table twin for the wheel and for the dumbbell. */
export async function seesOpen(page: Page, t: Words, placeId: string, dimensions: number): Promise<void> {
  await page.goto(placePages.situation(placeId));
  for (const anchor of ["omraden", "skillnader"]) {
    const figure = page.locator(`#${anchor} figure`);
    await expect(figure.locator("figcaption")).toHaveText(/[.\d]/);
    await expect(figure.locator("svg").filter({ visible: true }).first()).toBeVisible();
    await figure.getByText(t("score.showTable")).click();
    const rows = figure.getByRole("table").locator("tbody").getByRole("rowheader");
    expect(await rows.count()).toBeGreaterThanOrEqual(dimensions);
    await expect(rows.first()).toBeVisible();
  }
}

/** Where a page of a context's person is: the id of the place in its address. */
export const placeIdOf = (page: Page): string => /\/plats\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";

/** Opens the same address in a second window of the same person. */
export async function secondWindow(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  return page;
}
