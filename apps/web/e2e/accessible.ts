import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** No page is wider than its window. */
export async function fits(page: Page): Promise<void> {
  const { width, window, wide } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const outside = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > clientWidth + 1);
    return { width: scrollWidth, window: innerWidth, wide: outside.slice(0, 3).map((one) => `${one.tagName} .${one.className}`) };
  });
  expect(width, `${page.url()} at ${window} is held wide by ${wide.join(", ")}`).toBeLessThanOrEqual(window);
}

/** A page as everyone should meet it: one heading for the page, nothing outside the window, and nothing that axe finds under WCAG 2.2 AA. */
export async function accessible(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  // After a page was changed by a script its title comes a moment later.
  await expect(page).toHaveTitle(/./);
  await fits(page);
  // No page has frames: the scan then needs no window of its own.
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze();
  expect(
    violations.map((one) => `${one.id} at ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`),
    page.url(),
  ).toEqual([]);
}

/** The same with every disclosure open: twins of charts, reasons, help. */
export async function accessibleOpened(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  await accessible(page);
}
