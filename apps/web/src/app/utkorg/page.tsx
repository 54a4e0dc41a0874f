import { DemoNote, LinkButton } from "@hp/ui";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { createFormat, localeOf } from "../../format.ts";
import { database } from "../../server/db.ts";
import { env, hasOutboxPage } from "../../server/env.ts";
import { linkedParts, withSite } from "../../server/mail/text.ts";
import { isOwnHost } from "../../server/origin.ts";

const shown = 15;

/** The title of the outbox. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("outbox");
  return { title: t("title"), robots: { index: false } };
}

/** Addresses of ours lead where this page was opened from, whatever name the machine has. */
const ownPath = (address: string, site: string) => (address.startsWith(`${site}/`) ? address.slice(site.length) : address);

/** The mails that the product has written, for a demo and for development. There is no such page anywhere else. */
export default async function OutboxPage() {
  // A stranger's name that was made to lead here could have its page read what stands here.
  if (!hasOutboxPage() || !isOwnHost((await headers()).get("host"), env().NEXTAUTH_URL)) notFound();
  const t = await getTranslations("outbox");
  const format = createFormat(localeOf(await getLocale()));
  const { NEXTAUTH_URL, SMTP_URL } = env();
  const site = new URL(NEXTAUTH_URL).origin;
  const mails = await database().auth.recentMails(shown);
  return (
    <>
      <DemoNote label={t("label")} strong={t("strong")}>
        {SMTP_URL === undefined ? t("note") : t("noteSmtp")}
      </DemoNote>
      <div className="wrap place stack-6">
        <h1>{t("title")}</h1>
        {mails.length === 0 ? (
          <>
            <p className="lead">{t("empty")}</p>
            <p className="actions">
              <LinkButton href="/logga-in" variant="go">
                {t("toSignIn")}
              </LinkButton>
            </p>
          </>
        ) : (
          <>
            <p className="measure muted">{t("newest", { count: shown })}</p>
            <ol className="plain plain-lg">
              {mails.map((mail) => (
                <li key={mail.id} className="stack" data-kind={mail.kind}>
                  <h2 className="h-sm" lang={mail.locale}>
                    {mail.subject}
                  </h2>
                  <p className="small muted">
                    {t("to")} {mail.to}. {t("at")} {format.moment(mail.createdAt.toISOString())}.
                  </p>
                  <p className="mail-text measure" lang={mail.locale}>
                    {linkedParts(withSite(mail.body, site)).map((part, index) => {
                      const key = `${index}-${part.text}`;
                      return part.isLink ? (
                        <a href={ownPath(part.text, site)} key={key}>
                          {part.text}
                        </a>
                      ) : (
                        <span key={key}>{part.text}</span>
                      );
                    })}
                  </p>
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </>
  );
}
