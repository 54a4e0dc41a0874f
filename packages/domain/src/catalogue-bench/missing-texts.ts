/**
 * Where a text lacks a language: paths such as `caution.en`. A text is an object with `sv` or `en`; where these are texts
 * themselves or hold texts (help), each is looked at. Empty and blank are lacking.
 *
 * @param document Anything; what is not a text or does not hold one is passed by.
 */
export function missingTexts(document: unknown, path = ""): readonly string[] {
  if (Array.isArray(document)) return document.flatMap((entry, index) => missingTexts(entry, joined(path, String(index))));
  if (typeof document !== "object" || document === null) return [];
  const entries = document as Readonly<Record<string, unknown>>;
  const isText = Object.hasOwn(entries, "sv") || Object.hasOwn(entries, "en");
  const spoken = isText
    ? ["sv", "en"].flatMap((locale) => lacking(Object.hasOwn(entries, locale) ? entries[locale] : undefined, joined(path, locale)))
    : [];
  const rest = Object.entries(entries).filter(([key]) => !isText || (key !== "sv" && key !== "en"));
  return [...spoken, ...rest.flatMap(([key, value]) => missingTexts(value, joined(path, key)))];
}

const joined = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

function lacking(value: unknown, path: string): readonly string[] {
  if (typeof value === "string") return value.trim() === "" ? [path] : [];
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => lacking(inner, joined(path, key)));
}
