import type { AppRouter } from "@hp/api";
import { createTRPCClient, httpLink } from "@trpc/client";

/** Calls procedures from the browser, one request a call. Pages are read on the server; this is for what changes something. */
export const trpc = createTRPCClient<AppRouter>({ links: [httpLink({ url: "/api/trpc" })] });
