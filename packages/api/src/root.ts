import { assessmentRouter } from "./assessment/assessment.router.ts";
import { benchRouter } from "./bench/bench.router.ts";
import { catalogueRouter } from "./catalogue/catalogue.router.ts";
import { draftRouter } from "./draft/draft.router.ts";
import { invitationRouter } from "./member/invitation.router.ts";
import { memberRouter } from "./member/member.router.ts";
import { placeRouter } from "./place/place.router.ts";
import { planRouter } from "./plan/plan.router.ts";
import { portfolioRouter } from "./portfolio/portfolio.router.ts";
import { profileRouter } from "./profile/profile.router.ts";
import { proposalRouter } from "./proposal/proposal.router.ts";
import { recommendationRouter } from "./recommendation/recommendation.router.ts";
import { scoreRouter } from "./score/score.router.ts";
import { createCallerFactory, router } from "./trpc.ts";
import { upgradeRouter } from "./upgrade/upgrade.router.ts";

/** Everything the product can be asked, by noun. */
export const appRouter = router({
  assessment: assessmentRouter,
  bench: benchRouter,
  catalogue: catalogueRouter,
  draft: draftRouter,
  invitation: invitationRouter,
  member: memberRouter,
  place: placeRouter,
  plan: planRouter,
  portfolio: portfolioRouter,
  profile: profileRouter,
  proposal: proposalRouter,
  recommendation: recommendationRouter,
  score: scoreRouter,
  upgrade: upgradeRouter,
});
/** The router's type: what a typed client is made from. */
export type AppRouter = typeof appRouter;

/** Calls procedures from the server with the same policies as from a browser. */
export const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;
