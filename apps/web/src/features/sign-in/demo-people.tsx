import { Button, Section } from "@hp/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { offeredAccounts } from "../../server/demo.ts";

/** The made-up people one can sign in as; nothing where there are none. The same way in as for anyone, with fewer clicks. */
export async function DemoPeople({ callbackUrl }: { readonly callbackUrl: string }) {
  const accounts = offeredAccounts();
  if (accounts.length === 0) return null;
  const t = await getTranslations("signIn.demo");
  const locale = (await getLocale()) === "en" ? "en" : "sv";
  return (
    <Section id="demo" title={t("title")} side={<p>{t("side")}</p>}>
      <div className="stack-6">
        <p className="measure">{t("text")}</p>
        <ul className="plain plain-lg">
          {accounts.map(({ email, name, who }) => (
            <li key={email}>
              <form action="/logga-in/skicka" method="post" className="flex flex-wrap items-center justify-between gap-4">
                <input type="hidden" name="email" value={email} />
                <input type="hidden" name="callbackUrl" value={callbackUrl} />
                <input type="hidden" name="demo" value="1" />
                <p>
                  <strong>{name}</strong>
                  <br />
                  <span className="small muted">{who[locale]}</span>
                </p>
                <Button type="submit">{t("button", { name })}</Button>
              </form>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
