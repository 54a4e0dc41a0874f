const announcerId = "sagt";

/** The page's own live region: it stands there before its words come, and outlives the button that was pressed. */
export function Announcer() {
  return <p id={announcerId} role="status" className="vh" />;
}

/** Says something to those who listen. */
export function announce(words: string | undefined): void {
  const region = document.getElementById(announcerId);
  if (region === null || words === undefined) return;
  // The same words twice would not be read twice.
  region.textContent = "";
  requestAnimationFrame(() => {
    region.textContent = words;
  });
}

/** Moves focus, after the page has been drawn anew, to what came in the place of what was pressed. */
export function focusOn(id: string | undefined): void {
  if (id === undefined) return;
  requestAnimationFrame(() => {
    const target = document.getElementById(id);
    if (target === null) return;
    if (target.tabIndex < 0 && !target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
    target.focus();
  });
}
