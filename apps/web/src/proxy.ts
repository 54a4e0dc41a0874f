import { type NextRequest, NextResponse } from "next/server";
import { env, isHttps } from "./server/env.ts";
import { pathHeader, requestIdFrom, requestIdHeader } from "./server/request-id.ts";
import { securityHeaders } from "./server/security-headers.ts";

/** Address of the page without what Next adds for its own fetches. */
function pagePath({ nextUrl }: NextRequest): string {
  const query = new URLSearchParams(nextUrl.search);
  query.delete("_rsc");
  return query.size === 0 ? nextUrl.pathname : `${nextUrl.pathname}?${query}`;
}

/** Gives every request an id, and every answer its nonce and security headers. */
export function proxy(request: NextRequest): NextResponse {
  const requestId = requestIdFrom(request.headers.get(requestIdHeader));
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const answers = securityHeaders({ nonce, https: isHttps(), development: env().NODE_ENV === "development" });

  const headers = new Headers(request.headers);
  headers.set(requestIdHeader, requestId);
  headers.set(pathHeader, pagePath(request));
  // Next reads the nonce out of the request's policy and puts it on its own scripts.
  headers.set("Content-Security-Policy", answers["Content-Security-Policy"] ?? "");

  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(answers)) response.headers.set(name, value);
  response.headers.set(requestIdHeader, requestId);
  return response;
}

export const config = { matcher: ["/((?!_next/static/).*)"] };
