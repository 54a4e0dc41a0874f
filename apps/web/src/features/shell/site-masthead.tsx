import { Masthead } from "@hp/ui";
import { getTranslations } from "next-intl/server";
import { currentUser } from "../../server/session.ts";
import { NavLink } from "./nav-link.tsx";

/** The head of every page: where one can go, and who is signed in. */
export async function SiteMasthead() {
  const t = await getTranslations("shell");
  const user = await currentUser();
  const who =
    user === null ? (
      <NavLink href="/logga-in">{t("signIn")}</NavLink>
    ) : (
      <>
        <NavLink href="/konto">{user.name ?? t("account")}</NavLink>
        <form action="/logga-ut" method="post" className="who-long">
          <button type="submit" className="link-button">
            {t("signOut")}
          </button>
        </form>
      </>
    );
  return (
    <Masthead
      home={{ href: "/", label: t("name") }}
      navLabel={t("nav")}
      links={[
        { href: "/mina-platser", label: t("places") },
        ...(user?.isAdmin ? [{ href: "/innehall", label: t("content") }] : []),
        { href: "/metoden", label: t("method") },
        { href: "/hjalp", label: t("help") },
      ]}
      who={who}
      link={NavLink}
    />
  );
}
