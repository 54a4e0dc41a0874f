import { appRouter, type RequestContext } from "@hp/api";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { requestLocale } from "../../../../i18n/request.ts";
import { recordCall } from "../../../../server/caller.ts";
import { database } from "../../../../server/db.ts";
import { env } from "../../../../server/env.ts";
import { readBody } from "../../../../server/form-post.ts";
import { isSameOrigin } from "../../../../server/origin.ts";
import { requestIdFrom, requestIdHeader } from "../../../../server/request-id.ts";
import { currentUser } from "../../../../server/session.ts";

const largestBody = 256 * 1024;
/** A file of 4 MB as base64, with what is around it. Only admins send files, and by themselves. */
const largestFileBody = 6 * 1024 * 1024;
const takesFile = /\/api\/trpc\/draft\.import(Preview|Apply)$/;
const mostCallsAtOnce = 10;

const refuse = (status: number, code: string) =>
  Response.json(
    { error: { code: -32600, message: code, data: { code, httpStatus: status, app: null } } },
    { status, headers: { "Cache-Control": "no-store" } },
  );

async function answer(request: Request): Promise<Response> {
  const requestId = requestIdFrom(request.headers.get(requestIdHeader));
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    allowBatching: true,
    maxBatchSize: mostCallsAtOnce,
    createContext: async (): Promise<RequestContext> => ({
      userId: (await currentUser())?.id ?? null,
      locale: await requestLocale(),
      requestId,
      database: database(),
      record: recordCall,
    }),
  });
  response.headers.set("Cache-Control", "no-store");
  return response;
}

/** Queries. Another site cannot read the answer, and nothing can be changed. */
export async function GET(request: Request): Promise<Response> {
  const site = request.headers.get("sec-fetch-site");
  return site === "cross-site" || site === "same-site" ? refuse(403, "FORBIDDEN") : answer(request);
}

/** Mutations, from pages of ours only. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers, env().NEXTAUTH_URL)) return refuse(403, "FORBIDDEN");
  if (request.headers.get("content-type")?.split(";")[0]?.trim() !== "application/json") return refuse(415, "UNSUPPORTED_MEDIA_TYPE");
  const isFile = takesFile.test(new URL(request.url).pathname) && (await currentUser())?.isAdmin === true;
  const body = await readBody(request, isFile ? largestFileBody : largestBody);
  if (body === null) return refuse(413, "PAYLOAD_TOO_LARGE");
  return answer(new Request(request.url, { method: "POST", headers: request.headers, body }));
}
