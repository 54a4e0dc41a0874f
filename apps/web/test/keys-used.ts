/** A file of the app, as text. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** Whole parts that are handed on as they are, instead of key by key. */
const handedOn = [
  // features/place/failure-words.ts gives all of them to the page's forms.
  "failure.",
];

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** A text with `${…}` in it, as a pattern: what is put in is one or more parts of a key. */
const pattern = (template: string) =>
  template
    .split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
    .map(literal)
    .join("[\\w.-]+");

/** Namespaces that a file asks for; empty for a file that is handed its texts. */
const namespaces = (text: string) =>
  [...text.matchAll(/(?:getTranslations|useTranslations|say)\(\s*"([\w.]+)"/g), ...text.matchAll(/namespace: "([\w.]+)"/g)].map(
    ([, name]) => name ?? "",
  );

/**
 * Which keys the code asks for. A file's keys are those of the namespaces it names; a file that is handed its texts may ask
 * for a key of any. A key that is put together counts for every key that it can become.
 */
export function keysUsed(files: readonly SourceFile[], keys: readonly string[]) {
  const roots = [...new Set(keys.flatMap((key) => key.split(".").map((_, index, parts) => parts.slice(0, index).join("."))))].filter(
    Boolean,
  );
  const known = new Set(keys);
  const patterns: RegExp[] = [];
  const missing: string[] = [];
  for (const { name, text } of files) {
    const own = namespaces(text);
    const spaces = own.length > 0 ? own : roots;
    const prefix = own.length > 0 ? `(?:${own.map(literal).join("|")})\\.` : "(?:[\\w-]+\\.)+";
    const literals = [...text.matchAll(/"([\w-]+(?:\.[\w-]+)*)"/g)].map(([, word]) => word ?? "");
    const templates = [...text.matchAll(/`((?:[^`\\$]|\$\{(?:[^{}]|\{[^{}]*\})*\})+)`/g)]
      .map(([, template]) => template ?? "")
      .filter(
        (template) =>
          /^[\w.${-]/.test(template) && template.includes("${") && !/[\s/]/.test(template.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "")),
      );
    for (const part of new Set([...literals.map(literal), ...templates.map(pattern)])) patterns.push(new RegExp(`^${prefix}${part}$`));
    for (const [, key] of text.matchAll(/\bt(?:\.(?:rich|markup))?\(\s*"([\w.-]+)"/g)) {
      if (key !== undefined && !spaces.some((space) => known.has(`${space}.${key}`))) missing.push(`${name}: ${key}`);
    }
  }
  return { isUsed: (key: string) => handedOn.some((start) => key.startsWith(start)) || patterns.some((one) => one.test(key)), missing };
}
