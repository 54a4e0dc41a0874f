import { Button, ErrorSummary, TextField } from "@hp/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DemoPeople } from "../../features/sign-in/demo-people.tsx";
import { safePath } from "../../server/origin.ts";
import type { SearchedPage } from "../../server/page-props.ts";
import { currentUser } from "../../server/session.ts";

/** The title of the sign-in page. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title"), robots: { index: false } };
}

/** Sign-in by mailed link: one field. */
export default async function SignInPage({ searchParams }: SearchedPage) {
  const { callbackUrl, fel } = await searchParams;
  const t = await getTranslations("signIn");
  const shell = await getTranslations("shell");
  const user = await currentUser();
  const next = safePath(callbackUrl, "/mina-platser");
  const error = fel === "adress" ? t("error") : undefined;
  return (
    <div className="wrap">
      <div className="place stack-6">
        <h1>{t("title")}</h1>
        {user === null ? null : <p className="muted">{t("already", { email: user.email })}</p>}
        <p className="lead">{t("lead")}</p>
        <form action="/logga-in/skicka" method="post" className="stack-6 measure">
          <ErrorSummary title={shell("toMend")} errors={error === undefined ? [] : [{ fieldId: "email", message: error }]} />
          <TextField
            name="email"
            type="email"
            label={t("email")}
            error={error}
            autoComplete="email"
            required
            maxLength={254}
            spellCheck={false}
          />
          <input type="hidden" name="callbackUrl" value={next} />
          <Button type="submit" variant="go">
            {t("submit")}
          </Button>
          <p className="small muted">{t("newcomer")}</p>
        </form>
      </div>
      <DemoPeople callbackUrl={next} />
    </div>
  );
}
