/** The texts of the editor in the reader's language, by their keys with dots between. */
export type EditorWords = Readonly<Record<string, string>>;

/** A text with its values filled in; the key itself where it is missing, which a test of the messages does not let happen. */
export function word(words: EditorWords, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const text = words[key] ?? key;
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}
