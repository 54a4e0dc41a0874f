import { failureWords } from "../../../../features/place/failure-words.ts";

/** The sentences about what can go wrong, in the reader's language: fetched by a page when something was refused. */
export async function GET(): Promise<Response> {
  return Response.json(await failureWords(), { headers: { "Cache-Control": "no-store" } });
}
