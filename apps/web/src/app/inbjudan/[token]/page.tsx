import type { InvitationOffer } from "@hp/contracts";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { InvitationAccepted, InvitationExpired, InvitationWrong } from "../../../features/invitation/invitation-closed.tsx";
import { InvitationOfferView } from "../../../features/invitation/invitation-offer.tsx";
import { getCaller, refusalOf } from "../../../server/caller.ts";
import type { ParamPage } from "../../../server/page-props.ts";
import { currentUser } from "../../../server/session.ts";

type Page = ParamPage<{ readonly token: string }>;

/** What an invitation offers; null when there is none behind the token. */
const offerOf = cache(async (token: string): Promise<InvitationOffer | null> => {
  const api = await getCaller();
  try {
    return await api.invitation.show({ token });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal?.code === "not_found" || refusal?.code === "invalid") return null;
    throw error;
  }
});

/** The title of an invitation. */
export async function generateMetadata({ params }: Page): Promise<Metadata> {
  const offer = await offerOf((await params).token);
  const t = await getTranslations("invitation");
  return { title: offer === null ? t("wrong.title") : t("title", { place: offer.placeName }), robots: { index: false } };
}

/** An invitation by mail. Looking at it accepts nothing; the button does. */
export default async function InvitationPage({ params, searchParams }: Page) {
  const { token } = await params;
  const offer = await offerOf(token);
  if (offer === null) return <InvitationWrong />;
  if (offer.state === "accepted") return <InvitationAccepted offer={offer} isSignedIn={(await currentUser()) !== null} />;
  if (offer.state === "expired") return <InvitationExpired offer={offer} />;
  const { fel } = await searchParams;
  return <InvitationOfferView token={token} offer={offer} refused={typeof fel === "string" ? fel.split(",") : []} />;
}
