import { expect, test } from "vitest";
import { linkedParts, mailHtml, withSite } from "./text.ts";

test("the site's address comes into every link", () =>
  expect(withSite("{site}/a and {site}/b", "https://platser.example.org/")).toBe(
    "https://platser.example.org/a and https://platser.example.org/b",
  ));

test("addresses are told from words", () =>
  expect(linkedParts("Öppna:\nhttps://x.example/a?b=c&d=e\nHej")).toEqual([
    { text: "Öppna:\n", isLink: false },
    { text: "https://x.example/a?b=c&d=e", isLink: true },
    { text: "\nHej", isLink: false },
  ]));

test("a mail's page has its paragraphs and links, and nothing that was smuggled in", () => {
  const html = mailHtml('Hej <b>"du"</b>!\n\nhttps://x.example/a?b=c&d=e"onclick="x', "sv");
  expect(html).toContain("<p>Hej &lt;b&gt;&quot;du&quot;&lt;/b&gt;!</p>");
  expect(html).toContain('<a href="https://x.example/a?b=c&amp;d=e">https://x.example/a?b=c&amp;d=e</a>&quot;onclick=&quot;x');
  expect(html).toContain('<html lang="sv">');
});
