import { expect, type Page } from "@playwright/test";
import { accessible } from "./accessible.ts";

/** Words that no English sentence has; names of places and people hold none of them. */
const swedish = /(?<!\p{L})(och|inte|är|för|som|med|har|när|eller|från|ska|av|till|på|ett|kommunen|industrin)(?!\p{L})/iu;

/** A page that an English reader meets: marked as English, with nothing left in Swedish, and accessible. */
export async function english(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  // Piece by piece: the text of a whole page has no spaces between its elements.
  const pieces = await page.locator("main").evaluate((main) => {
    const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walk.nextNode() !== null)
      if (walk.currentNode.parentElement?.closest("script, style") === null) texts.push(walk.currentNode.nodeValue ?? "");
    return texts;
  });
  const text = pieces.join("\n");
  const found = swedish.exec(text);
  expect(found === null ? null : text.slice(Math.max(0, found.index - 60), found.index + 60), page.url()).toBeNull();
  await accessible(page);
}
