import { portfolioView } from "@hp/contracts";
import { portfolioProcedure, router } from "../trpc.ts";

/** One's own places. */
export const portfolioRouter = router({
  list: portfolioProcedure("portfolio.read")
    .output(portfolioView)
    .query(({ ctx }) => ctx.services.portfolio.list(ctx.actor)),
});
