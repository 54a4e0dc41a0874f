import { accessibleOpened } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { type Locale, wordsOf } from "./words.ts";

const languages = { sv: "sv-SE", en: "en-GB" } as const satisfies Record<Locale, string>;
const noToken = "x".repeat(43);

/** Every page that someone who is not signed in can meet, with the key of its heading. */
const pages = [
  ["/", "start.title"],
  ["/metoden", "method.title"],
  ["/hjalp", "help.title"],
  ["/tillganglighet", "accessibility.title"],
  ["/dina-uppgifter", "privacy.title"],
  ["/oppna-data", "openData.title"],
  ["/logga-in", "signIn.title"],
  ["/logga-in?fel=adress", "signIn.title"],
  ["/logga-in/skickad", "signIn.sent.title"],
  [`/logga-in/bekrafta?token=${noToken}&email=ingen%40e2e.example`, "signIn.confirm.title"],
  ["/logga-in/bekrafta?token=avklippt", "signIn.invalid.title"],
  ["/utkorg", "outbox.title"],
  [`/inbjudan/${noToken}`, "invitation.wrong.title"],
  ["/fel", "errors.page.faultTitle"],
  ["/finns-inte", "errors.page.notFoundTitle"],
] as const;

for (const language of ["sv", "en"] as const) {
  const t = wordsOf(language);

  test(`every public page says what it is and is accessible, in ${language}`, async ({ visit }) => {
    const page = await visit({ locale: languages[language] });
    for (const [path, title] of pages) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(path === "/finns-inte" ? 404 : 200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(title));
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page).toHaveTitle(path === "/" ? t("shell.name") : new RegExp(`. – ${t("shell.name")}$`));
      await accessibleOpened(page);
    }
  });

  test(`an address that is no address is told so beside its field, in ${language}`, async ({ visit }) => {
    const page = await visit({ locale: languages[language] });
    await page.goto("/logga-in?fel=adress");
    const field = page.getByLabel(t("signIn.email"));
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(new RegExp(t("signIn.error").slice(0, 20)));
    await page.getByRole("link", { name: t("signIn.error") }).click();
    await expect(field).toBeFocused();
  });
}

test("the language is changed on any page, and kept", async ({ page }) => {
  await page.goto("/metoden");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(wordsOf("sv")("method.title"));
  await page.getByRole("button", { name: wordsOf("sv")("shell.footer.otherLanguage") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(wordsOf("en")("method.title"));
  await page.goto("/hjalp");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(wordsOf("en")("help.title"));
});

test("no link on a public page leads nowhere", async ({ page }) => {
  const links = new Set<string>();
  for (const [path] of pages) {
    await page.goto(path);
    for (const href of await page.locator("a[href]").evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href)))
      links.add(href);
  }
  const here = new URL(page.url()).origin;
  const own = [...links].filter((href) => href.startsWith(here) && !/\/(inbjudan|bekrafta|finns-inte)\b/.test(href));
  expect(own.length).toBeGreaterThan(8);
  for (const href of own) {
    const response = await page.request.get(href);
    expect(response.status(), href).toBe(200);
    const anchor = new URL(href).hash.slice(1);
    if (anchor !== "") expect(await response.text(), href).toContain(`id="${anchor}"`);
  }
});
