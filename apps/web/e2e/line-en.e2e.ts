import { answerAll, callerFor, type Player } from "@hp/demo";
import { english } from "./english.ts";
import { expect, test } from "./fixtures.ts";
import { placePages } from "./place-pages.ts";
import {
  acceptInvitation,
  answerAllSteps,
  askForLink,
  factOn,
  inviteParty,
  mailedLink,
  placeIdOf,
  seesClosed,
  seesOpen,
  title,
  walkTo,
} from "./steps.ts";
import { ownAddress } from "./town.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("en");

test("municipality and company go the whole way in English", async ({ stage, visit }) => {
  test.slow();
  const place = "Borlänge";
  const [samEmail, kimEmail, indraEmail] = [ownAddress("sam"), ownAddress("kim"), ownAddress("indra")];
  const [sam, kim, indra] = [await visit({ locale: "en-GB" }), await visit({ locale: "en-GB" }), await visit({ locale: "en-GB" })];
  const asPlayer = async (email: string): Promise<Player> => {
    const userId = (await stage.database.auth.userByEmail(email))?.id ?? "";
    return { userId, email, api: callerFor(stage, userId, "en") };
  };

  await test.step("the coordinator signs in and adds a town", async () => {
    await sam.goto("/logga-in");
    await askForLink(sam, t, samEmail);
    await (await mailedLink(sam, "sign_in", samEmail)).click();
    await sam.getByRole("button", { name: t("signIn.confirm.button") }).click();
    await sam.getByLabel(t("account.name")).fill("Sam Ordnare");
    await sam.getByRole("button", { name: t("account.continue") }).click();
    await sam.getByRole("link", { name: t("portfolio.add") }).click();
    await english(sam);
    await sam.getByRole("combobox", { name: t("portfolio.new.search") }).pressSequentially("borl");
    await sam
      .getByRole("option", { name: /^Borlänge/ })
      .first()
      .click();
    await sam.getByLabel(t("portfolio.new.organisation"), { exact: true }).fill("Mill town network");
    await sam.getByRole("button", { name: t("portfolio.new.submit") }).click();
    await expect(title(sam)).toHaveText(place);
    await english(sam);
  });
  const placeId = placeIdOf(sam);

  await test.step("both parties are invited and accept", async () => {
    await sam.goto(placePages.people(placeId));
    await inviteParty(sam, t, { email: kimEmail, kind: "municipality", organisation: "Borlänge municipality" });
    await inviteParty(sam, t, { email: indraEmail, kind: "company", organisation: "Steel Ltd" });
    await english(sam);
    await acceptInvitation(kim, t, { email: kimEmail, name: "Kim Munberg", group: "politicians", place });
    await acceptInvitation(indra, t, { email: indraEmail, name: "Indra Steel", group: "management", place });
  });

  await test.step("facts are written the English way", async () => {
    await walkTo(kim, t, "profile");
    await english(kim);
    const vacancy = factOn(kim, t, "vakans");
    await vacancy.write("2.5");
    await vacancy.isSaved();
    await kim.reload();
    await expect(vacancy.row.getByRole("textbox")).toHaveValue("2.5");
  });

  await test.step("both answer; the results open for both at once", async () => {
    await sam.goto(placePages.assessment(placeId));
    await sam.getByRole("button", { name: t("assessment.start.submit") }).click();
    await expect(sam.getByText(t("assessment.progress.none"), { exact: true })).toBeVisible();
    await english(sam);
    const { round } = await (await asPlayer(kimEmail)).api.assessment.state({ placeId });
    await answerAll(await asPlayer(kimEmail), placeId, round?.id ?? "", { means: { boende: 4.5 }, importance: {}, seed: 8 });
    await indra.goto(placePages.answer(placeId));
    await english(indra);
    await answerAllSteps(indra, t, (step, question) => 1 + ((step + question) % 3), { scripts: true });
    await english(indra);
    await indra.getByRole("button", { name: t("assessment.summary.submit") }).click();
    await expect(indra.getByText(t("assessment.mine.submitted"))).toBeVisible();
    await seesClosed(indra, t, placeId);
    await english(indra);
    for (const [page, party] of [
      [kim, "municipality"],
      [indra, "industry"],
    ] as const) {
      await page.goto(placePages.assessment(placeId));
      await page.getByRole("button", { name: t(`assessment.opening.ready.${party}`) }).click();
      await expect(page.getByText(t(`assessment.keys.${party}.ready`))).toBeVisible();
    }
    await sam.reload();
    await sam.getByRole("button", { name: t("assessment.opening.open") }).click();
    await expect(sam.getByRole("heading", { name: t("assessment.opened.title") })).toBeVisible();
    for (const page of [kim, indra]) await seesOpen(page, t, placeId, 13);
    await english(kim);
  });

  await test.step("advice comes with reasons, and goes into the plan", async () => {
    await walkTo(kim, t, "advice");
    await kim.getByRole("button", { name: t("recommendation.run.first") }).click();
    const first = kim.locator("#sarskilt ol > li").first();
    for (const reason of ["strongest", "suits", "weakest", "wouldChange"])
      await expect(first.getByText(t(`recommendation.reason.${reason}`)).first()).toBeVisible();
    await english(kim);
    await first.getByRole("button", { name: t("recommendation.add") }).click();
    await expect(first.getByText(t("recommendation.inPlan"))).toBeVisible();
    await walkTo(kim, t, "plan");
    await english(kim);
    await kim
      .getByRole("table", { name: t("plan.actions.caption") })
      .getByRole("link")
      .first()
      .click();
    await kim.getByLabel(t("plan.field.responsibleName")).fill("Kim Munberg");
    await kim.getByLabel(t("plan.field.industryCostSek")).fill("250,000");
    await english(kim);
    await kim.getByRole("button", { name: t("plan.action.submit") }).click();
    await expect(
      kim
        .getByRole("table", { name: t("plan.actions.caption") })
        .getByRole("row")
        .nth(1),
    ).toContainText("250,000");
    await sam.goto("/mina-platser");
    await expect(sam.getByRole("row").filter({ hasText: place })).toContainText(t("place.path.station.plan"));
    await english(sam);
  });
});
