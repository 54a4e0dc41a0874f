import "server-only";
import { env } from "./env.ts";
import { logger } from "./log.ts";
import { isSameOrigin } from "./origin.ts";
import { requestIdFrom, requestIdHeader } from "./request-id.ts";

/** The largest form that is read, in bytes. */
const largestForm = 64 * 1024;

/** Sends the browser to another page of ours after a form, with cookies as Set-Cookie lines. */
export function seeOther(path: string, setCookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: path, "Cache-Control": "no-store" });
  for (const line of setCookies) headers.append("Set-Cookie", line);
  return new Response(null, { status: 303, headers });
}

const plain = (status: number, text: string) =>
  new Response(text, { status, headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" } });

/** Reads a body up to a size; null when it is larger. */
export async function readBody(request: Request, largest: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get("content-length") ?? 0) > largest) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > largest) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** A form that was posted to one of our handlers. */
export interface PostedForm<P> {
  readonly form: URLSearchParams;
  readonly params: P;
  readonly request: Request;
}

/**
 * A route handler for a plain form: it comes from a page of ours, is of a reasonable size, and a fault leads to a page with
 * the request's id. The answer is a redirect, so that reloading sends nothing twice.
 */
export function formPost<P = Record<string, never>>(handle: (posted: PostedForm<P>) => Promise<Response>) {
  return async (request: Request, context: { readonly params: Promise<P> }): Promise<Response> => {
    const requestId = requestIdFrom(request.headers.get(requestIdHeader));
    const routePath = new URL(request.url).pathname.split("/").slice(0, 2).join("/");
    const started = performance.now();
    const answer = (response: Response, outcome: string, err?: unknown) => {
      const done = { requestId, routePath, type: "form", durationMs: Math.round(performance.now() - started), outcome };
      if (err === undefined) logger().info(done, "form");
      else logger().error({ ...done, err }, "form");
      return response;
    };
    if (!isSameOrigin(request.headers, env().NEXTAUTH_URL)) return answer(plain(403, "Cross-site request refused."), "cross_site");
    try {
      const type = request.headers.get("content-type")?.split(";")[0];
      if (type !== "application/x-www-form-urlencoded" && request.headers.get("content-length") !== "0")
        return answer(plain(415, "Not a form."), "not_a_form");
      const body = await readBody(request, largestForm);
      if (body === null) return answer(plain(413, "The form is too large."), "too_large");
      const form = new URLSearchParams(new TextDecoder().decode(body));
      return answer(await handle({ form, params: await context.params, request }), "ok");
    } catch (error) {
      return answer(seeOther(`/fel?arende=${requestId}`), "fault", error);
    }
  };
}
