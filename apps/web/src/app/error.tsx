"use client";

import { FaultPage } from "../features/errors/fault-page.tsx";

/** A fault in a page. The number is the request's id, or what the log has it under. */
export default function ErrorPage({ error, reset }: { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }) {
  return <FaultPage digest={error.digest} retry={reset} />;
}
