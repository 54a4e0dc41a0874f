import "./globals.css";
import { SkipLink } from "@hp/ui";
import type { Metadata } from "next";
import { connection } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { errorWords } from "../features/errors/error-words.ts";
import { ErrorWordsProvider } from "../features/errors/error-words-provider.tsx";
import { SiteFooter } from "../features/shell/site-footer.tsx";
import { SiteMasthead } from "../features/shell/site-masthead.tsx";
import { literata, sourceSans } from "./fonts.ts";

/** Name and description of every page; a page's own title stands before the name. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("name"), template: `%s – ${t("name")}` },
    description: t("description"),
    applicationName: t("name"),
    formatDetection: { telephone: false, email: false, address: false, date: false },
  };
}

/** What every page stands in: skip link, head, content, foot. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // Every page is made for its request, so that its scripts carry the nonce of the answer.
  await connection();
  const t = await getTranslations("shell");
  return (
    <html lang={await getLocale()} className={`${literata.variable} ${sourceSans.variable}`}>
      <body>
        <SkipLink href="#innehall">{t("skip")}</SkipLink>
        <SiteMasthead />
        <main id="innehall" tabIndex={-1}>
          <ErrorWordsProvider words={await errorWords()}>{children}</ErrorWordsProvider>
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}
