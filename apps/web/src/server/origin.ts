interface Headers {
  get(name: string): string | null;
}

const hostOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).host : null);

/**
 * Whether a host is this app's: the one that people type, or this machine by number or as localhost. Another name may
 * be a stranger's that was made to lead here, so that its pages count as ours in a browser.
 *
 * @param host Name and port, as in the Host header.
 */
export function isOwnHost(host: string | null, siteUrl: string): boolean {
  if (host === null) return false;
  if (host === hostOf(siteUrl)) return true;
  const name = host.replace(/:\d+$/, "");
  return name === "localhost" || /^\d{1,3}(\.\d{1,3}){3}$/.test(name) || /^\[[0-9a-f:.]+\]$/i.test(name);
}

/**
 * Whether a request that changes something was sent by a page of ours.
 *
 * Browsers say where a request comes from in Origin, and how it relates to us in Sec-Fetch-Site; no page can change either.
 * Without both we cannot tell, and refuse.
 *
 * @param siteUrl The address that people type. Behind a proxy the request's own Host can be another.
 */
export function isSameOrigin(headers: Headers, siteUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site !== null && site !== "same-origin") return false;
  if (origin === null) return site === "same-origin";
  const host = hostOf(origin);
  return host !== null && (host === hostOf(siteUrl) || (host === headers.get("host") && isOwnHost(host, siteUrl)));
}

/**
 * A path of ours out of what a form or an address says.
 *
 * @returns Path, query and fragment; `fallback` for another site, a scheme, control characters or more than 1,000 characters.
 */
export function safePath(text: unknown, fallback: string): string {
  if (typeof text !== "string" || text.length > 1000 || !/^\/(?![/\\])/.test(text) || /[\u0000-\u001f\u007f\\]/.test(text)) return fallback;
  const here = "http://here.invalid";
  if (!URL.canParse(text, here)) return fallback;
  const { origin, pathname, search, hash } = new URL(text, here);
  // A path such as /.//other would come out as //other.
  return origin === here && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : fallback;
}
