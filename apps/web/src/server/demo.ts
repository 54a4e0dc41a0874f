import "server-only";
import { type DemoAccount, demoAccounts } from "@hp/demo/accounts";
import { env } from "./env.ts";

/** The made-up people that the sign-in page offers: none unless mail stays on this machine, since their addresses reach nobody. */
export const offeredAccounts = (): readonly DemoAccount[] => (env().HP_OUTBOX === "local" ? demoAccounts : []);
