/** Header that carries the id of a request, in and out. */
export const requestIdHeader = "x-request-id";

/** Header that tells the pages which address was asked for; always overwritten, so a visitor cannot set it. */
export const pathHeader = "x-hp-path";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The id that a request came with, if it is a UUID; else a new one. */
export function requestIdFrom(header: string | null): string {
  const given = header?.toLowerCase() ?? "";
  return uuid.test(given) ? given : crypto.randomUUID();
}
