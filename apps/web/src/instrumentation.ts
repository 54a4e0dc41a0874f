import type { Instrumentation } from "next";

/** Runs once when the process starts: checks the environment, before the first request meets a fault in it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startUp } = await import("./server/start-up.ts");
  startUp();
}

/** Faults in pages and handlers: the digest that the reader was shown, beside the request's id. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { logFault } = await import("./server/start-up.ts");
  logFault(error, request.headers, context.routePath);
};
