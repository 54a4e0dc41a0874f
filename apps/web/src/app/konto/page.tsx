import { Button, ErrorSummary, Note, RadioGroupField, Section, TextField } from "@hp/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requireUser } from "../../server/caller.ts";
import { safePath } from "../../server/origin.ts";
import type { SearchedPage } from "../../server/page-props.ts";

/** The title of one's own page. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("title"), robots: { index: false } };
}

/** One's own name and language. A new person comes here first, and goes on to where they were heading. */
export default async function AccountPage({ searchParams }: SearchedPage) {
  const { fel, sparat, next } = await searchParams;
  const user = await requireUser();
  const t = await getTranslations("account");
  const shell = await getTranslations("shell");
  const isNew = user.name === null;
  const error = fel === "name" ? t("nameError") : undefined;
  return (
    <div className="wrap">
      <div className="place stack-6">
        <h1>{isNew ? t("welcome") : t("title")}</h1>
        {isNew ? <p className="lead">{t("welcomeText")}</p> : null}
        {sparat === "1" ? <Note tone="done" title={t("saved")} live="status" /> : null}
      </div>
      <Section id="uppgifter" title={t("details")} side={<p>{t("detailsSide")}</p>}>
        <form action="/konto/spara" method="post" className="stack-6 measure">
          <ErrorSummary title={shell("toMend")} errors={error === undefined ? [] : [{ fieldId: "name", message: error }]} />
          <TextField
            name="name"
            label={t("name")}
            error={error}
            defaultValue={user.name ?? ""}
            autoComplete="name"
            required
            maxLength={80}
          />
          <div>
            <p className="label">{t("email")}</p>
            <p>{t("emailText", { email: user.email })}</p>
          </div>
          <RadioGroupField
            name="locale"
            label={t("language")}
            hint={t("languageHint")}
            defaultValue={await getLocale()}
            inline
            options={[
              { value: "sv", label: t("sv") },
              { value: "en", label: t("en") },
            ]}
          />
          {typeof next === "string" ? <input type="hidden" name="next" value={safePath(next, "/mina-platser")} /> : null}
          <Button type="submit" variant="go">
            {isNew ? t("continue") : t("save")}
          </Button>
        </form>
      </Section>
      <Section id="lamna" title={t("leave")} side={<p>{t("leaveText")}</p>}>
        <form action="/logga-ut" method="post">
          <Button type="submit">{shell("signOut")}</Button>
        </form>
      </Section>
    </div>
  );
}
