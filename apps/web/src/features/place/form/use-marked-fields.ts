import { useEffect } from "react";

/** What a control is called on the page: its label, after the heading of the group that it stands in. */
function fieldName(id: string): string {
  const control = document.getElementById(id);
  const group = control?.closest("fieldset")?.querySelector("legend")?.textContent;
  const isChoice = control instanceof HTMLInputElement && control.type === "radio";
  const label = control !== null && "labels" in control && !isChoice ? (control as HTMLInputElement).labels?.[0]?.textContent : null;
  return [group, label].filter((text) => text != null && text !== "").join(", ");
}

/** A sentence about a control, with its name before; a name that asks ends by itself. */
export function aboutField(id: string, sentence: string): string {
  const name = fieldName(id);
  return name === "" ? sentence : `${name}${name.endsWith("?") ? "" : ":"} ${sentence}`;
}

/** Marks the controls that something is wrong with, for eyes and ears, and brings the list of it into view after every failure. */
export function useMarkedFields(ids: readonly string[], listId: string, failure: unknown): void {
  const all = ids.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same fields may fail again
  useEffect(() => {
    if (all === "") return;
    const controls = all.split(" ").flatMap((id) => document.getElementById(id) ?? []);
    for (const control of controls) control.setAttribute("aria-invalid", "true");
    document.getElementById(listId)?.focus();
    return () => {
      for (const control of controls) control.removeAttribute("aria-invalid");
    };
  }, [all, listId, failure]);
}
