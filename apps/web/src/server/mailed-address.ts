import { email } from "@hp/contracts";

/** An address as a person typed it, lower case and trimmed; null if it does not look like one. */
export function mailedAddress(text: unknown): string | null {
  const parsed = email.safeParse(text);
  return parsed.success ? parsed.data : null;
}

/** Name of the cookie that remembers for some minutes where a link was sent, to say so. */
export const sentToCookie = "lank-till";
