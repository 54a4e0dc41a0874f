const swedish = new Intl.Collator("sv-SE");

/** Compares names in Swedish alphabetical order: å, ä and ö come last. For `sort`. */
export function compareNames(a: string, b: string): number {
  return swedish.compare(a, b);
}
