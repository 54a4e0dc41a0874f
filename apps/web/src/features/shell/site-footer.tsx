import { Footer } from "@hp/ui";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";

const switchPath = "/sprak";

/** A link of the foot. The switch of language changes something, so it is a form with one button. */
function FootLink({ href, lang, children, ...rest }: ComponentProps<"a"> & { readonly href: string; readonly children?: ReactNode }) {
  if (href !== switchPath)
    return (
      <Link {...rest} href={href} lang={lang} prefetch={false}>
        {children}
      </Link>
    );
  return (
    <form action={switchPath} method="post">
      <button type="submit" name="locale" value={lang} lang={lang} className="link-button">
        {children}
      </button>
    </form>
  );
}

/** The foot of every page. */
export async function SiteFooter() {
  const t = await getTranslations("shell");
  const other = (await getLocale()) === "sv" ? "en" : "sv";
  return (
    <Footer
      title={t("name")}
      text={t("tagline")}
      columns={[
        [
          { href: "/metoden", label: t("footer.method") },
          { href: "/hjalp", label: t("footer.help") },
          { href: "/tillganglighet", label: t("footer.accessibility") },
        ],
        [
          { href: "/dina-uppgifter", label: t("footer.privacy") },
          { href: "/oppna-data", label: t("footer.openData") },
          { href: switchPath, label: t("footer.otherLanguage"), lang: other },
        ],
      ]}
      link={FootLink}
    />
  );
}
