/** What a message takes: `{name}` as a text, `{name, plural, …}` as its kind, `<name>` as a tag. */
export type MessageArguments = ReadonlyMap<string, string>;

/**
 * Reads the arguments of an ICU message, for comparing translations. It reads as far as that needs: arguments, kinds and
 * tags, also inside the branches of plural and select; what is between apostrophes is text.
 *
 * @throws Error for braces that do not match.
 */
export function messageArguments(message: string): MessageArguments {
  const found = new Map<string, string>();
  const text = message.replace(/'[{}<>][^']*'/g, "");
  for (const [, name] of text.matchAll(/<(\w+)>/g)) if (name !== undefined) found.set(`<${name}>`, "tag");
  readBranch(text, 0, found, false);
  return found;
}

/** Reads text with arguments in it, from `start` to the end, or to the brace that closes the branch. Returns where that is. */
function readBranch(text: string, start: number, found: Map<string, string>, isInside: boolean): number {
  let at = start;
  while (at < text.length) {
    const sign = text[at];
    if (sign === "{") at = readArgument(text, at + 1, found);
    else if (sign === "}") {
      if (isInside) return at + 1;
      throw new Error(`a brace closes nothing in: ${text}`);
    } else at += 1;
  }
  if (isInside) throw new Error(`a brace is not closed in: ${text}`);
  return at;
}

function readArgument(text: string, start: number, found: Map<string, string>): number {
  const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(text.slice(start));
  const name = head?.[1];
  if (head === null || name === undefined) throw new Error(`an argument has no name in: ${text}`);
  found.set(name, head[2] ?? "text");
  let at = start + head[0].length;
  while (at < text.length && text[at] !== "}") at = text[at] === "{" ? readBranch(text, at + 1, found, true) : at + 1;
  if (at >= text.length) throw new Error(`a brace is not closed in: ${text}`);
  return at + 1;
}
