import type { Transaction } from "@hp/db";
import type { Actor, PlaceAction, PlatformAction } from "@hp/domain/access";
import { enterPlace, enterPlatform } from "./access.ts";
import { assessmentService } from "./assessment/assessment.service.ts";
import { benchService } from "./bench/bench.service.ts";
import { catalogueService } from "./catalogue/catalogue.service.ts";
import { contentFileService } from "./draft/content-file.service.ts";
import { draftService } from "./draft/draft.service.ts";
import { publicationService } from "./draft/publication.service.ts";
import { invitationService } from "./member/invitation.service.ts";
import { memberService } from "./member/member.service.ts";
import { placeService } from "./place/place.service.ts";
import { planService } from "./plan/plan.service.ts";
import { portfolioService } from "./portfolio/portfolio.service.ts";
import { profileService } from "./profile/profile.service.ts";
import { proposalService } from "./proposal/proposal.service.ts";
import { recommendationService } from "./recommendation/recommendation.service.ts";
import { scoreService } from "./score/score.service.ts";
import { upgradeService } from "./upgrade/upgrade.service.ts";

/** The languages that views and reasons are written in. */
export type Locale = "sv" | "en";

/** What every service stands on: the procedure's one transaction, and the reader's language. */
export interface Kit {
  readonly transaction: Transaction;
  readonly locale: Locale;
}

/** The use cases, bound to one procedure's transaction. */
export function createServices(transaction: Transaction, locale: Locale) {
  const kit: Kit = { transaction, locale };
  const draft = draftService(kit);
  const plan = planService(kit);
  return {
    enter: <A extends PlaceAction>(actor: Actor, placeId: string, action: A) => enterPlace(transaction, actor, placeId, action),
    enterPlatform: <A extends PlatformAction>(actor: Actor, action: A) => enterPlatform(transaction, actor, action),
    assessment: assessmentService(kit),
    bench: benchService(kit, draft.load),
    catalogue: catalogueService(kit),
    contentFile: contentFileService(kit, draft),
    draft,
    invitation: invitationService(kit),
    member: memberService(kit),
    place: placeService(kit),
    plan,
    portfolio: portfolioService(kit),
    profile: profileService(kit),
    recommendation: recommendationService(kit),
    proposal: proposalService(kit, plan),
    publication: publicationService(kit, draft.load),
    score: scoreService(kit),
    upgrade: upgradeService(kit),
  };
}
export type Services = ReturnType<typeof createServices>;
