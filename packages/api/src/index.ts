export { digestOf } from "./digest.ts";
export { AppError } from "./errors.ts";
export { shippedContent } from "./publication.ts";
export { type AppRouter, appRouter, type Caller, createCaller } from "./root.ts";
export type { Locale } from "./services.ts";
export type { CallRecord, Policy, RequestContext } from "./trpc.ts";
