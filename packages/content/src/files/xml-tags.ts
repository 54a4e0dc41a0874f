/** One opening tag of an XML part. */
export interface XmlTag {
  /** Without its prefix: `c` for `<x:c>`. */
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
}

/** XML that is not written as strictly as workbooks are. */
export class XmlError extends Error {
  override readonly name = "XmlError";
  /** Whether it declares a document type or entities. */
  readonly hasEntities: boolean;
  constructor(hasEntities: boolean) {
    super(hasEntities ? "a document type or entity is declared" : "not well-formed");
    this.hasEntities = hasEntities;
  }
}

const name = "[A-Za-z_][\\w.:-]{0,99}";
// Limits keep the expression linear, and from running out of room on a tag without end.
const opening = new RegExp(`<(${name})((?:\\s{1,99}${name}=(?:"[^"<]{0,8000}"|'[^'<]{0,8000}')){0,99})\\s{0,99}/?>`, "y");
const closing = new RegExp(`</${name}\\s{0,99}>`, "y");
const attribute = new RegExp(`(${name})=(?:"([^"]*)"|'([^']*)')`, "g");
const local = (prefixed: string) => prefixed.slice(prefixed.indexOf(":") + 1);

/** Where what begins at `at` and is no tag ends; null where it is a tag. */
function skip(xml: string, at: number): number | null {
  const ends = [
    ["<?", "?>"],
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
  ] as const;
  for (const [start, stop] of ends) {
    if (!xml.startsWith(start, at)) continue;
    const end = xml.indexOf(stop, at + start.length);
    if (end < 0) throw new XmlError(false);
    return end + stop.length;
  }
  if (xml.startsWith("<!", at)) throw new XmlError(true);
  return null;
}

/**
 * The opening tags of an XML part, in order. Knows only what workbooks are written with: whole tags, every value in quotes of
 * either kind, no declarations. Whatever could be read in two ways is refused, so that nobody reads more in it than is seen here.
 *
 * @throws XmlError for anything else.
 */
export function* openingTags(xml: string): Generator<XmlTag> {
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at)) {
    const past = skip(xml, at);
    if (past !== null) {
      at = past;
      continue;
    }
    const pattern = xml.startsWith("</", at) ? closing : opening;
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    if (found === null) throw new XmlError(false);
    at = pattern.lastIndex;
    if (pattern === closing) continue;
    const attributes = [...(found[2] ?? "").matchAll(attribute)].map(([, key = "", double, single]) => ({
      name: local(key),
      value: double ?? single ?? "",
    }));
    yield { name: local(found[1] ?? ""), attributes };
  }
}
