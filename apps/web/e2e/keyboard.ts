import { expect, type Locator, type Page } from "@playwright/test";

interface Focus {
  readonly what: string;
  /** Tab does not stop here: the page has moved focus to what has come. */
  readonly isMoved: boolean;
  readonly ringPx: number;
  readonly isInWindow: boolean;
  readonly isCovered: boolean;
}

/** Where focus is and how it is shown: its ring may stand on what is drawn for a control that is itself unseen. */
const readFocus = (page: Page): Promise<Focus | null> =>
  page.evaluate(() => {
    const active = document.activeElement;
    if (active === null || active === document.body) return null;
    const drawn = [active, ...(active instanceof HTMLInputElement ? [active.nextElementSibling] : [])].filter((one) => one !== null);
    const ring = (one: Element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      return outlineStyle === "none" || /, 0\)$/.test(outlineColor) ? 0 : Number.parseFloat(outlineWidth);
    };
    const best = drawn.reduce((a, b) => (ring(b) > ring(a) ? b : a));
    const box = best.getBoundingClientRect();
    const [x, y] = [
      Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1),
      Math.min(Math.max(box.y + box.height / 2, 1), innerHeight - 1),
    ];
    const top = document.elementFromPoint(x, y);
    const near = best.closest("label") ?? best;
    return {
      what: `${active.tagName} ${active.id || active.textContent?.trim().slice(0, 40)}`,
      isMoved: active.hasAttribute("tabindex") && (active as HTMLElement).tabIndex < 0,
      ringPx: ring(best),
      isInWindow: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      isCovered: top !== null && !near.contains(top) && !top.contains(near),
    };
  });

/** Whoever moves by keyboard sees where they are: a ring of at least 2 px, inside the window, with nothing over it. */
export async function focusIsSeen(page: Page): Promise<void> {
  const focus = await readFocus(page);
  expect(focus, "focus is on nothing").not.toBeNull();
  expect(focus?.ringPx, `the ring of ${focus?.what}`).toBeGreaterThanOrEqual(2);
  expect(focus?.isInWindow, `${focus?.what} is in the window`).toBe(true);
  expect(focus?.isCovered, `${focus?.what} is covered`).toBe(false);
}

/** Goes by Tab from stop to stop until a control is reached, and sees focus at each. */
async function goTo(page: Page, target: Locator, atStop: () => Promise<void>): Promise<void> {
  await expect(target).toBeAttached();
  for (let stops = 0; stops < 250; stops++) {
    await page.keyboard.press("Tab");
    const focus = await readFocus(page);
    // Past the page's end, before its beginning; or moved by the page in the same moment.
    if (focus === null || focus.isMoved) continue;
    await focusIsSeen(page);
    if (await target.evaluate((one) => one === document.activeElement)) return;
    await atStop();
  }
  throw new Error("250 stops by Tab did not reach it");
}

/** Goes by Tab to a control, and sees focus at every stop on the way. */
export const tabTo = (page: Page, target: Locator): Promise<void> => goTo(page, target, async () => {});

/** Goes to a button, a link or a disclosure by Tab and presses Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Goes to a field by Tab and writes in it. */
export async function write(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

/** Goes by Tab to a control, writing in every empty text field of a language on the way. */
export async function writeEmpty(page: Page, until: Locator, textIn: (language: string) => string): Promise<void> {
  await goTo(page, until, async () => {
    const language = await page.evaluate(() => {
      const { activeElement: active } = document;
      const isText = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
      return isText && active.value === "" ? active.getAttribute("lang") : null;
    });
    if (language !== null) await page.keyboard.insertText(textIn(language));
  });
}
