import { invite, mailedToken } from "@hp/demo";
import { accessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { askForLink, mailedLink, title } from "./steps.ts";
import { makeTown, newcomer, ownAddress } from "./town.ts";
import { type Locale, wordsOf } from "./words.ts";

const languages = { sv: "sv-SE", en: "en-GB" } as const satisfies Record<Locale, string>;

for (const language of ["sv", "en"] as const) {
  const t = wordsOf(language);

  test(`a link that is too old or has been used says so, and leads to a new one, in ${language}`, async ({ stage, visit }) => {
    const { email } = await newcomer(stage, "Kim Munberg", language);
    const page = await visit({ locale: languages[language] });
    await page.goto("/logga-in");
    await askForLink(page, t, email);
    const old = await (await mailedLink(page, "sign_in", email)).getAttribute("href");
    await stage.owner.query(`UPDATE "VerificationToken" SET "expiresAt" = now() - interval '1 minute' WHERE "identifier" = $1`, [email]);
    const follow = async (address: string | null) => {
      await page.goto(address ?? "");
      await page.getByRole("button", { name: t("signIn.confirm.button") }).click();
    };
    await follow(old);
    await expect(title(page)).toHaveText(t("signIn.invalid.title"));
    await accessible(page);

    await page.getByRole("link", { name: t("signIn.invalid.again") }).click();
    await askForLink(page, t, email);
    const fresh = await (await mailedLink(page, "sign_in", email)).getAttribute("href");
    expect(fresh).not.toBe(old);
    await follow(fresh);
    await expect(title(page)).toHaveText(t("portfolio.title"));
    await page.getByRole("button", { name: t("shell.signOut") }).click();
    await expect(page.getByRole("link", { name: t("shell.signIn") })).toBeVisible();
    await follow(fresh);
    await expect(title(page)).toHaveText(t("signIn.invalid.title"));
  });

  test(`an invitation that has been answered or has gone out says so, in ${language}`, async ({ stage, visit }) => {
    const town = await makeTown(stage, "joined", language);
    const page = await visit({ locale: languages[language] });
    await page.goto(`/inbjudan/${await mailedToken(stage, town.company.email)}`);
    await expect(title(page)).toHaveText(t("invitation.accepted.title"));
    await expect(page.getByText(town.company.email)).toBeVisible();
    await accessible(page);

    const email = ownAddress("sen");
    await invite(town.coordinator, town.placeId, {
      email,
      name: "Sen Svarare",
      role: "company_editor",
      roleGroup: "hr",
      organisation: { kind: "company", name: "Ett bolag till AB" },
    });
    await stage.owner.query(`UPDATE "Invitation" SET "expiresAt" = now() - interval '1 minute' WHERE "email" = $1`, [email]);
    await page.goto(`/inbjudan/${await mailedToken(stage, email)}`);
    await expect(title(page)).toHaveText(t("invitation.expired.title"));
    await expect(page.getByRole("button", { name: t("invitation.submit") })).toHaveCount(0);
  });
}
