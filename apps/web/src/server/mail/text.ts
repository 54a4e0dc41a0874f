/** Stands for the site's own address in queued mails; filled in when a mail is sent or shown. */
export const siteAddress = "{site}";

/** A queued text with the site's address in place. */
export const withSite = (text: string, site: string): string => text.replaceAll(siteAddress, new URL(site).origin);

/** A part of a line: words, or an address that can be followed. */
export interface TextPart {
  readonly text: string;
  readonly isLink: boolean;
}

/** Splits a text where an address begins and ends. */
export function linkedParts(text: string): TextPart[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => ({ text: part, isLink: index % 2 === 1 }))
    .filter(({ text: part }) => part !== "");
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? "");

/** A plain text as a simple page: its paragraphs, with addresses that can be followed. No pictures and nothing fetched. */
export function mailHtml(text: string, locale: string): string {
  const paragraph = (block: string) =>
    linkedParts(block)
      .map((part) =>
        part.isLink ? `<a href="${escapeHtml(part.text)}">${escapeHtml(part.text)}</a>` : escapeHtml(part.text).replaceAll("\n", "<br>"),
      )
      .join("");
  const body = text
    .trim()
    .split(/\n{2,}/)
    .map((block) => `<p>${paragraph(block)}</p>`)
    .join("\n");
  return `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"></head>\n<body style="font:16px/1.5 sans-serif;max-width:38em">\n${body}\n</body></html>\n`;
}
