import { accessible, accessibleOpened } from "./accessible.ts";
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

const t = wordsOf("sv");
const areas = 13;

test("municipality and company go the whole way, in two browsers at once, with the coordinator in a third", async ({ visit }) => {
  test.slow();
  const place = "Hagfors";
  const [samEmail, kimEmail, indraEmail] = [ownAddress("sam"), ownAddress("kim"), ownAddress("indra")];
  const [sam, kim, indra] = [await visit(), await visit(), await visit()];

  await test.step("the coordinator signs in by a mailed link, which a mail scanner does not spend", async () => {
    await sam.goto("/");
    await sam.getByRole("link", { name: t("start.begin") }).click();
    await askForLink(sam, t, samEmail);
    const link = await mailedLink(sam, "sign_in", samEmail);
    const address = (await link.getAttribute("href")) ?? "";
    for (const _ of ["scanner", "preview"]) expect((await kim.request.get(address)).status()).toBe(200);
    await link.click();
    await expect(sam.getByText(samEmail)).toBeVisible();
    await sam.getByRole("button", { name: t("signIn.confirm.button") }).click();
    await expect(title(sam)).toHaveText(t("account.welcome"));
    await sam.getByLabel(t("account.name")).fill("Sam Ordnare");
    await sam.getByRole("button", { name: t("account.continue") }).click();
    await expect(sam.getByText(t("portfolio.empty.say"))).toBeVisible();
    await accessible(sam);
    // The same link once more, in another's hands.
    await kim.goto(address);
    await kim.getByRole("button", { name: t("signIn.confirm.button") }).click();
    await expect(title(kim)).toHaveText(t("signIn.invalid.title"));
  });

  await test.step("the coordinator finds the town while typing, and it comes with real figures", async () => {
    await sam.getByRole("link", { name: t("portfolio.add") }).click();
    await expect(title(sam)).toHaveText(t("portfolio.new.title"));
    await sam.getByRole("combobox", { name: t("portfolio.new.search") }).pressSequentially("hagf");
    const option = sam.getByRole("option", { name: /Hagfors.*tätort/ });
    await expect(option).toBeVisible();
    await accessible(sam);
    await option.click();
    await expect(sam.getByLabel(t("portfolio.new.name"), { exact: true })).toHaveValue(place);
    await sam.getByLabel(t("portfolio.new.organisation"), { exact: true }).fill("Bruksortsnätverket");
    await sam.getByRole("button", { name: t("portfolio.new.submit") }).click();
    await expect(title(sam)).toHaveText(place);
    await expect(sam.getByText("Hagfors kommun, Värmlands län")).toBeVisible();
    await walkTo(sam, t, "profile");
    const figures = sam.locator("#oppna-data");
    await expect(figures.getByText(/Kolada|SCB/).first()).toBeVisible();
    await figures.getByText(t("profile.showTable")).click();
    await expect(figures.getByRole("rowheader")).toHaveCount(8);
    await expect(figures.getByRole("rowheader").first()).toHaveText("Hagfors kommun");
    await expect(sam.locator("#uppgift-inv_kommun")).toContainText(/1\d\s\d{3} invånare/);
  });
  const placeId = placeIdOf(sam);

  await test.step("both parties are invited by mail and accept", async () => {
    await sam.goto(placePages.overview(placeId));
    await sam.getByRole("link", { name: t("place.nextStep.invite_municipality.action") }).click();
    await inviteParty(sam, t, { email: kimEmail, kind: "municipality", organisation: "Hagfors kommun" });
    await inviteParty(sam, t, { email: indraEmail, kind: "company", organisation: "Norra Stålet AB" });
    await accessible(sam);
    await acceptInvitation(kim, t, { email: kimEmail, name: "Kim Munberg", group: "administration", place });
    await acceptInvitation(indra, t, { email: indraEmail, name: "Indra Stål", group: "hr", place });
    await sam.reload();
    await expect(sam.getByText(t("member.invitations.none"))).toBeVisible();
    await expect(sam.locator("#personer").getByRole("row").filter({ hasText: "Kim Munberg" })).toContainText(
      t("member.group.administration"),
    );
  });

  await test.step("each fills in what they know; what one does not know is said, and saved", async () => {
    await kim.getByRole("link", { name: t("place.nextStep.fill_profile.action") }).click();
    await factOn(kim, t, "station").choose(t("profile.value.yes"));
    const vacancy = factOn(kim, t, "vakans");
    await vacancy.write("2,5");
    await vacancy.isSaved();
    await factOn(kim, t, "barn_ob_behov").doesNotKnow();
    const wrong = factOn(kim, t, "verksamheter_centrum");
    await wrong.write("många");
    await expect(wrong.row.getByRole("alert")).toContainText(t("failure.field.not_a_number"));
    await wrong.write("38");
    await wrong.isSaved();
    await accessible(kim);
    await kim.reload();
    await expect(vacancy.row.getByRole("textbox")).toHaveValue("2,5");
    await expect(vacancy.row).toContainText("Kim Munberg");
    await expect(factOn(kim, t, "barn_ob_behov").row.getByRole("checkbox")).toBeChecked();
  });

  await test.step("two answer the same question: the second sees both answers and chooses", async () => {
    await indra.goto(placePages.profile(placeId));
    const [first, second] = [factOn(kim, t, "antal_arbg"), factOn(indra, t, "antal_arbg")];
    await expect(second.row.getByRole("textbox")).toHaveValue("");
    await first.write("3");
    await first.isSaved();
    await second.write("5");
    await expect(second.row.getByText(t("profile.conflict.title"))).toBeVisible();
    await expect(second.row.getByRole("cell").first()).toHaveText(/^5 /);
    await expect(second.row.getByRole("cell").last()).toHaveText(/^3 /);
    await expect(second.row.getByRole("columnheader").last()).toContainText("Kim Munberg");
    await accessible(indra);
    await second.row.getByRole("button", { name: t("profile.conflict.keepMine") }).click();
    await second.isSaved();
    await kim.reload();
    await expect(first.row.getByRole("textbox")).toHaveValue("5");
  });

  await test.step("the coordinator starts a short round", async () => {
    await sam.goto(placePages.assessment(placeId));
    await sam.getByRole("radio", { name: t("assessment.mode.quick") }).check();
    await sam.getByRole("button", { name: t("assessment.start.submit") }).click();
    await expect(sam.getByText(t("assessment.progress.none"), { exact: true })).toBeVisible();
    await expect(sam.getByText(t("assessment.notYet.no_answers"))).toBeVisible();
    await seesClosed(sam, t, placeId);
  });

  await test.step("the municipality answers, each answer saved at once", async () => {
    await kim.goto(placePages.assessment(placeId));
    await kim.getByRole("link", { name: t("assessment.mine.begin") }).click();
    await accessible(kim);
    await answerAllSteps(kim, t, (step, question) => (step === 4 && question === 0 ? null : 3 + ((step + question) % 3)), {
      scripts: true,
    });
    await accessible(kim);
    await kim.getByRole("button", { name: t("assessment.summary.submit") }).click();
    await expect(kim.getByText(t("assessment.mine.submitted"))).toBeVisible();
    await kim.getByRole("button", { name: t("assessment.opening.ready.municipality") }).click();
    await expect(kim.getByText(t("assessment.keys.municipality.ready"))).toBeVisible();
    await expect(kim.getByText(t("assessment.progress.say", { municipality: 1, industry: 0 }))).toBeVisible();
    await expect(kim.getByRole("button", { name: t("assessment.opening.open") })).toHaveCount(0);
    await seesClosed(kim, t, placeId);
  });

  await test.step("the company answers without any scripts", async () => {
    const plain = await visit({ javaScriptEnabled: false, email: indraEmail, viewport: { width: 390, height: 844 } });
    await plain.goto(placePages.assessment(placeId));
    await plain.getByRole("link", { name: t("assessment.mine.begin") }).click();
    await answerAllSteps(plain, t, (step, question) => 1 + ((step * 2 + question) % 3), { scripts: false });
    await expect(plain.getByText(/Du har svarat på alla \d+ påståenden/)).toBeVisible();
    await plain.getByRole("button", { name: t("assessment.summary.submit") }).click();
    await expect(plain.getByText(t("assessment.mine.submitted"))).toBeVisible();
    await plain.getByRole("button", { name: t("assessment.opening.ready.industry") }).click();
    await expect(plain.getByText(t("assessment.keys.industry.ready"))).toBeVisible();
    await plain.close();
    await seesClosed(indra, t, placeId);
  });

  await test.step("the coordinator sees counts only, and opens for both at once", async () => {
    await sam.goto(placePages.assessment(placeId));
    await expect(sam.getByText(t("assessment.progress.say", { municipality: 1, industry: 1 }))).toBeVisible();
    await seesClosed(sam, t, placeId);
    await sam.goto(placePages.assessment(placeId));
    await sam.getByRole("button", { name: t("assessment.opening.open") }).click();
    await expect(sam.getByRole("heading", { name: t("assessment.opened.title") })).toBeVisible();
    for (const page of [sam, kim, indra]) await seesOpen(page, t, placeId, areas);
    await accessibleOpened(kim);
  });

  await test.step("advice fits the place, with four reasons, and says why not the rest", async () => {
    await walkTo(kim, t, "advice");
    await kim.getByRole("button", { name: t("recommendation.run.first") }).click();
    await expect(kim.getByRole("heading", { name: t("recommendation.special.title") })).toBeVisible();
    const first = kim.locator("#sarskilt ol > li").first();
    for (const reason of ["strongest", "suits", "weakest", "wouldChange"])
      await expect(first.getByText(t(`recommendation.reason.${reason}`)).first()).toBeVisible();
    await first
      .locator("summary")
      .filter({ hasText: t("recommendation.reckoning.summary") })
      .click();
    await expect(first.getByRole("row").last()).toContainText(t("recommendation.reckoning.sum"));
    await expect(kim.getByRole("heading", { name: t("recommendation.basic.title") })).toBeVisible();
    await accessibleOpened(kim);
  });

  await test.step("why not? is answered by a search, and by a reason", async () => {
    const whyNot = kim.locator("#varfor-inte");
    await whyNot.getByLabel(t("recommendation.whyNot.search")).fill("forskola");
    await whyNot.getByRole("button", { name: t("recommendation.whyNot.submit") }).click();
    await expect(whyNot.getByRole("status")).not.toHaveText(t("recommendation.whyNot.first", { count: 6 }));
    await expect(whyNot.locator("details").first()).toBeVisible();
    await whyNot.getByRole("link", { name: t("recommendation.whyNot.clear") }).click();
    await whyNot.getByRole("link", { name: new RegExp(`^${t("recommendation.status.excluded")} \\d`) }).click();
    // The reason is this place's own: what the municipality wrote in the profile.
    const one = whyNot.locator("details").filter({ hasText: "vakansgraden i allmännyttan är 2,5" }).first();
    await one.locator("summary").click();
    await expect(one.getByText("vakansgraden i allmännyttan är 2,5")).toBeVisible();
    await expect(one.getByRole("button", { name: t("recommendation.addAnyway") })).toBeVisible();
  });

  const measure = await test.step("a piece of advice is put into the plan", async () => {
    await kim.goto(placePages.advice(placeId));
    const first = kim.locator("#sarskilt ol > li").first();
    await first.getByRole("button", { name: t("recommendation.add") }).click();
    await expect(first.getByText(t("recommendation.inPlan"))).toBeVisible();
    const name = (await first.getByRole("heading").first().textContent()) ?? "";
    await first.getByRole("link", { name: t("recommendation.toPlan") }).click();
    await expect(kim.getByRole("link", { name, exact: true })).toBeVisible();
    return name;
  });

  await test.step("two change the same action at once: the second sees both versions, and nothing is lost", async () => {
    await indra.goto(placePages.plan(placeId));
    for (const page of [kim, indra]) {
      await page.getByRole("link", { name: measure, exact: true }).click();
      await expect(title(page)).toHaveText(measure);
    }
    await kim.getByLabel(t("plan.field.responsibleName")).fill("Kim Munberg");
    await kim.getByLabel(t("plan.field.startsOn")).fill("2027-01-11");
    await kim.getByRole("button", { name: t("plan.action.submit") }).click();
    await expect(kim.getByRole("row").filter({ hasText: measure })).toContainText("Kim Munberg");

    await indra.getByLabel(t("plan.field.responsibleName")).fill("Indra Stål");
    await indra.getByLabel(t("plan.field.note")).fill("Fråga dem som arbetar skift.");
    await indra.getByRole("button", { name: t("plan.action.submit") }).click();
    await expect(indra.getByRole("heading", { name: t("plan.conflict.title") })).toBeFocused();
    const clash = indra.getByRole("row").filter({ hasText: t("plan.conflict.differs") });
    await expect(clash.getByRole("cell").first()).toContainText("Indra Stål");
    await expect(clash.getByRole("cell").last()).toContainText("Kim Munberg");
    await accessible(indra);
    await indra.getByRole("button", { name: t("plan.conflict.keepMine") }).click();
    // Mine where both had changed, theirs where only they had.
    const row = indra.getByRole("row").filter({ hasText: measure });
    await expect(row).toContainText("Indra Stål");
    await indra.getByRole("link", { name: measure, exact: true }).click();
    await expect(indra.getByLabel(t("plan.field.startsOn"))).toHaveValue("2027-01-11");
    await expect(indra.getByLabel(t("plan.field.note"))).toHaveValue("Fråga dem som arbetar skift.");
  });

  await test.step("what is missing is filled in; the plan is decided on and followed up", async () => {
    await indra.getByLabel(t("plan.field.municipalityCostSek")).fill("150 000");
    await indra.getByLabel(t("plan.field.industryCostSek")).fill("350 000");
    await indra.getByRole("button", { name: t("plan.action.submit") }).click();
    await expect(indra.getByText(t("plan.decision.none"))).toBeVisible();
    // What they have put in so far can be expected to do something, by area and party.
    const expected = indra.locator("#effekt");
    await expect(expected.getByRole("heading", { name: t("plan.expected.title") })).toBeVisible();
    await expected.locator("summary").click();
    await expect(expected.getByRole("table").getByRole("row").nth(1)).toContainText(/\d+ till \d+/);
    await expect(indra.locator("#bidrag figcaption")).toContainText("70 procent");
    await indra.getByLabel(t("plan.field.decisionOn")).fill("2026-12-15");
    await indra.getByLabel(t("plan.field.decisionNote")).fill("Kommunstyrelsen och ledningsgruppen.");
    await indra.getByLabel(t("plan.field.followUpOn")).fill("2027-06-15");
    await indra.getByRole("button", { name: t("plan.decision.submit") }).click();
    await expect(indra.getByText(/^Beslut 15\s\S+\s2026\.$/)).toBeVisible();
    await expect(indra.getByText(/^Uppföljning 15\s\S+\s2027\.$/)).toBeVisible();
    await accessibleOpened(indra);
  });

  await test.step("the coordinator's places say where the town stands", async () => {
    await sam.goto("/mina-platser");
    const row = sam.getByRole("row").filter({ hasText: place });
    await expect(row).toContainText(t("portfolio.table.step", { station: t("place.path.station.follow_up"), number: 7, total: 7 }));
    await row.getByRole("link", { name: place }).click();
    await expect(sam.locator("#senast")).toContainText("Indra Stål");
    await expect(sam.getByRole("heading", { name: t("place.overview.situation.title") })).toBeVisible();
    await accessible(sam);
  });
});
