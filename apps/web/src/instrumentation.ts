import type { Instrumentation } from "next";

// Next builds this file for its edge runtime as well, which we do not use: the condition, written out, empties it there.
/** Runs once when the process starts: checks the environment, before the first request meets a fault in it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") (await import("./server/start-up.ts")).startUp();
}

/** Faults in pages and handlers: the digest that the reader was shown, beside the request's id. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === "nodejs") (await import("./server/start-up.ts")).logFault(error, request.headers, context.routePath);
};
