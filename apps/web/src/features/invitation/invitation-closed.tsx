import type { InvitationOffer } from "@hp/contracts";
import { LinkButton } from "@hp/ui";
import { getTranslations } from "next-intl/server";

interface ClosedProps {
  readonly title: string;
  readonly lead: string;
  readonly href: string;
  readonly action: string;
}

function Closed({ title, lead, href, action }: ClosedProps) {
  return (
    <div className="wrap place stack-6">
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <p className="actions">
        <LinkButton href={href} variant="go">
          {action}
        </LinkButton>
      </p>
    </div>
  );
}

/** An invitation that has been answered. */
export async function InvitationAccepted({ offer, isSignedIn }: { readonly offer: InvitationOffer; readonly isSignedIn: boolean }) {
  const t = await getTranslations("invitation.accepted");
  const values = { email: offer.email, place: offer.placeName };
  return isSignedIn ? (
    <Closed title={t("title")} lead={t("leadSignedIn", values)} href="/mina-platser" action={t("toPlaces")} />
  ) : (
    <Closed title={t("title")} lead={t("lead", values)} href="/logga-in" action={t("action")} />
  );
}

/** An invitation that was not answered in time. */
export async function InvitationExpired({ offer }: { readonly offer: InvitationOffer }) {
  const t = await getTranslations("invitation.expired");
  const { placeName: place, invitedByName: inviter } = offer;
  return (
    <Closed
      title={t("title")}
      lead={inviter === null ? t("lead", { place }) : t("leadBy", { place, inviter })}
      href="/"
      action={t("action")}
    />
  );
}

/** No such invitation: the link is wrong, or what it opened was withdrawn. */
export async function InvitationWrong() {
  const t = await getTranslations("invitation.wrong");
  return <Closed title={t("title")} lead={t("lead")} href="/" action={t("action")} />;
}
