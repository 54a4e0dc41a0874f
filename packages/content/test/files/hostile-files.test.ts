import fc from "fast-check";
import { deflateSync, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type FileProblemCode, readContentFile, writeWorkbook, writeYaml } from "../../src/files/index.ts";
import { loadCatalogue, loadInstrument } from "../../src/index.ts";

const { measures, rules } = loadCatalogue();
const first = measures[0];
if (first === undefined) throw new Error("the catalogue is empty");
const items = [
  { kind: "measure" as const, key: first.id, document: { measure: first, rule: rules[first.id] } },
  ...loadInstrument()
    .dimensions.slice(0, 2)
    .map((one) => ({ kind: "dimension" as const, key: one.id, document: one })),
];
const workbook = await writeWorkbook(items);
const parts = unzipSync(workbook);
const sheetName = Object.keys(parts).find((name) => name.startsWith("xl/worksheets/sheet")) ?? "";
const sheet = new TextDecoder().decode(parts[sheetName]);
const yaml = writeYaml(items);
const head = "format: hallbara-platser-innehall-1\n";

const text = (content: string) => strToU8(content);
const zip = (changed: Record<string, Uint8Array>) => zipSync({ ...parts, ...changed });
const withSheet = (xml: string) => zip({ [sheetName]: strToU8(xml) });
const inRow = (xml: string) => withSheet(sheet.replace("</sheetData>", `${xml}</sheetData>`));
const utf16 = (content: string) => new Uint8Array(Buffer.from(`\ufeff${content}`, "utf16le"));
const latin1 = (content: string) => new Uint8Array(Buffer.from(content, "latin1"));
const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const prefixed = (xml: string) =>
  withSheet(sheet.replace("<worksheet ", `<worksheet ${main} `).replace("</sheetData>", `${xml}</sheetData>`));
const relations = new TextDecoder().decode(parts["xl/_rels/workbook.xml.rels"]);
const inline = (address: string, content: string) => `<c r="${address}" t="inlineStr"><is><t>${content}</t></is></c>`;
/** A row below all others, with a key and one more cell. */
const row = (second: string) => inRow(`<row r="9">${inline("A9", "AB01")}${second}</row>`);
/** The workbook with a column called something else; its name is the first of the shared texts that say so. */
const strings = new TextDecoder().decode(parts["xl/sharedStrings.xml"]);
const renamed = (column: string, name: string) => zip({ "xl/sharedStrings.xml": strToU8(strings.replace(`>${column}<`, `>${name}<`)) });
const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

/** The sheet somewhere else than sheets usually are. */
function movedSheet(xml: string): Uint8Array {
  const { [sheetName]: _sheet, ...others } = parts;
  const to = strToU8(relations.replace("worksheets/sheet1.xml", "elsewhere/s.xml"));
  return zipSync({ ...others, "xl/elsewhere/s.xml": strToU8(xml), "xl/_rels/workbook.xml.rels": to });
}

/** Sets the unpacked size that the directory promises for one part. */
function promising(file: Uint8Array, part: string, size: number): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at < file.length - 46; at += 1) {
    const name = new TextDecoder().decode(file.subarray(at + 46, at + 46 + part.length));
    if (view.getUint32(at, true) === 0x02014b50 && name === part) view.setUint32(at + 24, size, true);
  }
  return file;
}

/** A zip whose directory names the same bytes again and again, and says that they come to nothing. */
function overlapping(times: number, body: Uint8Array, method: number): Uint8Array {
  const numbers = (list: readonly (readonly [value: number, bytes: 2 | 4])[]) => {
    const made = Buffer.alloc(list.reduce((sum, [, bytes]) => sum + bytes, 0));
    list.reduce((at, [value, bytes]) => made.writeUIntLE(value, at, bytes), 0);
    return made;
  };
  const zeros = (count: number) => Buffer.alloc(count);
  const local = Buffer.concat([
    numbers([
      [0x04034b50, 4],
      [20, 2],
      [0, 2],
      [method, 2],
      [0, 4],
      [0, 4],
      [body.length, 4],
      [0, 4],
      [5, 2],
      [0, 2],
    ]),
    strToU8("a.xml"),
  ]);
  const entries = Array.from({ length: times }, (_, index) => {
    const name = strToU8(`${index}.xml`);
    const head = numbers([
      [0x02014b50, 4],
      [20, 2],
      [20, 2],
      [0, 2],
      [method, 2],
      [0, 4],
      [0, 4],
      [body.length, 4],
      [0, 4],
      [name.length, 2],
    ]);
    return Buffer.concat([head, zeros(16), name]);
  });
  const directory = Buffer.concat(entries);
  const end = numbers([
    [0x06054b50, 4],
    [0, 4],
    [times, 2],
    [times, 2],
    [directory.length, 4],
    [local.length + body.length, 4],
    [0, 2],
  ]);
  return new Uint8Array(Buffer.concat([local, body, directory, end]));
}

/** A workbook with one long text that many cells share. */
function shared(long: string, cells: number): Uint8Array {
  const at = strings.match(/<si>/g)?.length ?? 0;
  const rows = Array.from({ length: cells }, (_, index) => `<row r="${index + 9}"><c r="A${index + 9}" t="s"><v>${at}</v></c></row>`).join(
    "",
  );
  return zip({
    "xl/sharedStrings.xml": strToU8(strings.replace("</sst>", `<si><t>${long}</t></si></sst>`)),
    [sheetName]: strToU8(sheet.replace("</sheetData>", `${rows}</sheetData>`)),
  });
}

type Case = readonly [problem: FileProblemCode, make: () => Uint8Array, row?: string];
// What each is called says what is wrong with it; each is refused with exactly this problem, in this row where one is given.
// Where a size is the fault, being refused for it is what keeps the file from being unpacked or parsed.
const hostile: Readonly<Record<string, Case>> = {
  "an empty file": ["nothing", () => new Uint8Array(0)],
  "five megabytes of spaces": ["too_large", () => text(" ".repeat(5_000_000))],
  "UTF-16": ["not_utf8", () => utf16(yaml)],
  "UTF-16 without a mark": ["not_utf8", () => new Uint8Array(Buffer.from(yaml, "utf16le"))],
  "latin-1": ["not_utf8", () => latin1(`${head}measures: {å: 1}`)],
  "NUL in text": ["not_utf8", () => text(`${head}measures: {a: "\0"}`)],
  "bytes at random": ["not_utf8", () => Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)],
  "a picture": ["not_utf8", () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  "an old workbook": ["not_utf8", () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
  "a PDF": ["not_yaml", () => text("%PDF-1.7\n%âãÏÓ")],
  "an HTML page": ["not_yaml", () => text("<!doctype html>\n<p>Hej: på: er")],
  "JSON of another kind": ["unknown_format", () => text('{"format":"something else"}')],
  "plain words": ["unknown_format", () => text("Hej på er")],
  "a number": ["unknown_format", () => text("42")],
  "nothing but a comment": ["unknown_format", () => text("# nothing\n")],
  "a format and nothing else": ["nothing", () => text(head)],
  "another version of the format": ["unknown_format", () => text("format: hallbara-platser-innehall-2\nmeasures: {}")],
  "measures as a list": ["unknown_format", () => text(`${head}measures: [1, 2]`)],
  "measures as a text": ["unknown_format", () => text(`${head}measures: all`)],
  "an unclosed quote": ["not_yaml", () => text(`${head}measures: {a: "b}`), "rad 2"],
  "tabs for indentation": ["not_yaml", () => text(`${head}measures:\n\ta: 1`), "rad 3"],
  "two documents": ["not_yaml", () => text(`${head}---\n${head}`)],
  "an alias": ["aliases", () => text(`${head}measures:\n  a: &x {b: 1}\n  c: *x`), "measures.c"],
  "a cyclic alias": ["aliases", () => text(`${head}measures: &x\n  a: *x`), "measures.a"],
  "a billion laughs": [
    "aliases",
    () =>
      text(
        `${head}a: &a [x,x,x,x,x,x,x,x,x]\n${["b", "c", "d", "e", "f", "g", "h"].map((one, i) => `${one}: &${one} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`).join("\n")}\n`,
      ),
  ],
  "a merge key with an alias": ["aliases", () => text(`${head}measures:\n  a: &x {b: 1}\n  c: {<<: *x}`)],
  "the same key twice": ["twice", () => text(`${head}measures:\n  AB01: {}\n  AB01: {}`), "measures.AB01"],
  "the same field twice": ["twice", () => text(`${head}measures:\n  AB01: {measure: 1, measure: 2}`), "measures.AB01"],
  "measures twice": ["twice", () => text(`${head}measures: {}\nmeasures: {}`), "measures"],
  "__proto__ as a measure": ["forbidden_key", () => text(`${head}measures:\n  __proto__: {polluted: true}`), "measures.__proto__"],
  "constructor as a measure": ["forbidden_key", () => text(`${head}measures:\n  constructor: {prototype: {polluted: true}}`)],
  "__proto__ within a measure": [
    "forbidden_key",
    () => text(`${head}measures:\n  AB01: {measure: {__proto__: {polluted: true}}}`),
    "measures.AB01",
  ],
  "prototype deep within": ["forbidden_key", () => text(`${head}dimensions:\n  boende: {items: [{prototype: 1}]}`), "dimensions.boende"],
  "a number for a key": ["forbidden_key", () => text(`${head}measures:\n  1: {}`)],
  "a list for a key": ["forbidden_key", () => text(`${head}measures:\n  ? [a]\n  : {}`)],
  "a tag that would run code": ["forbidden_key", () => text(`${head}measures:\n  a: !!js/function "() => 1"\n  __proto__: 1`)],
  "a directive bomb": ["not_yaml", () => text(`%YAML 9.9\n---\n${"- ".repeat(2000)}`)],
  "lists in lists in lists": ["not_yaml", () => text(`${head}measures: ${nested(2000)}`)],
  "maps in maps in maps": ["not_yaml", () => text(`${head}measures: ${"{a: ".repeat(3000)}1${"}".repeat(3000)}`)],
  "two million levels": ["too_large", () => text(`${head}measures: ${nested(1_900_000)}`)],
  "two million numbers": ["too_large", () => text(`${head}measures: {AB01: [${"1,".repeat(1_900_000)}]}`)],
  "a million empty maps": ["too_large", () => text(`${head}measures: {AB01: [${"{},".repeat(1_000_000)}]}`)],
  "three hundred thousand keys": [
    "too_large",
    () => text(`${head}measures:\n${Array.from({ length: 300_000 }, (_, index) => ` a${index}: 1`).join("\n")}`),
  ],
  "two million comments": ["too_large", () => text(`${head}${"#\n".repeat(1_900_000)}`)],
  "a zip that is cut off": ["not_a_workbook", () => workbook.slice(0, workbook.length >> 1)],
  "only the beginning of a zip": ["not_a_workbook", () => new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0])],
  "a zip that is damaged": ["not_a_workbook", () => workbook.map((byte, at) => (at > 60 && at < 400 ? byte ^ 0x55 : byte))],
  "a zip that is no workbook": ["not_a_workbook", () => zipSync({ "a.txt": text("hej") })],
  "a document of another program": [
    "not_a_workbook",
    () => zipSync({ "word/document.xml": text("<x/>"), "[Content_Types].xml": text("<x/>") }),
  ],
  "a zip bomb": ["too_large", () => zip({ "xl/bomb.xml": new Uint8Array(60_000_000) })],
  "a bomb of many parts": [
    "too_large",
    () => zip(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`xl/b${index}.xml`, new Uint8Array(1_000_000)]))),
  ],
  "ten thousand parts": [
    "too_large",
    () => zip(Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`xl/b${index}.xml`, new Uint8Array(0)]))),
  ],
  "a part that says it is small": ["not_a_workbook", () => promising(zip({ "xl/big.xml": new Uint8Array(30_000_000) }), "xl/big.xml", 100)],
  "a part that says it is nothing": ["not_a_workbook", () => promising(zip({ "xl/big.xml": new Uint8Array(30_000_000) }), "xl/big.xml", 0)],
  "a part that says it is huge": ["too_large", () => promising(zip({ "xl/b.xml": text("<a/>") }), "xl/b.xml", 4_000_000_000)],
  "parts that share stored bytes": ["too_large", () => overlapping(400, new Uint8Array(1_500_000), 0)],
  "parts that share packed bytes": ["too_large", () => overlapping(400, deflateSync(new Uint8Array(30_000_000)), 8)],
  "a bomb in the sheet itself": ["too_large", () => withSheet(sheet.replace("</sheetData>", `${" ".repeat(50_000_000)}</sheetData>`))],
  "a bomb in the shared texts": [
    "too_large",
    () => zip({ "xl/sharedStrings.xml": strToU8(`<sst>${"<si><t>x</t></si>".repeat(3_000_000)}</sst>`) }),
  ],
  "two million shared texts": ["too_large", () => zip({ "xl/sharedStrings.xml": strToU8(`<sst>${"<si/>".repeat(2_000_000)}</sst>`) })],
  "two million styles": ["too_large", () => zip({ "xl/styles.xml": strToU8(`<styleSheet>${"<a/>".repeat(2_000_000)}</styleSheet>`) })],
  "a million levels of XML": ["too_large", () => withSheet(`${"<a>".repeat(1_000_000)}${"</a>".repeat(1_000_000)}`)],
  "a long text in every cell": ["too_large", () => shared("x".repeat(30_000), 1000)],
  "a formula": ["formula", () => withSheet(sheet.replace(/<c [^>]*>/, "$&<f>1+1</f>")), "Åtgärder rad 1"],
  "a formula that reads the net": [
    "formula",
    () => inRow('<row r="9"><c r="A9"><f>WEBSERVICE("http://x.example")</f></c></row>'),
    "Åtgärder rad 9",
  ],
  "a shared formula": ["formula", () => inRow('<row r="9"><c r="A9"><f t="shared" si="0"/></c></row>'), "Åtgärder rad 9"],
  "a formula with a prefix": [
    "formula",
    () => prefixed('<x:row r="9"><x:c r="A9"><x:f>1+1</x:f><x:v>1</x:v></x:c></x:row>'),
    "Åtgärder rad 9",
  ],
  "a formula in a sheet elsewhere": [
    "formula",
    () => movedSheet(sheet.replace("</sheetData>", '<row r="9"><c r="A9"><f>1</f></c></row></sheetData>')),
    "Åtgärder rad 9",
  ],
  "the error of a formula": ["formula", () => row('<c r="B9" t="e"><v>#REF!</v></c>'), "Åtgärder rad 9"],
  "a million rows": ["too_many_rows", () => inRow('<row r="1048576"><c r="A1048576" t="n"><v>1</v></c></row>'), "Åtgärder rad 1048576"],
  "a million rows in single quotes": ["too_many_rows", () => inRow("<row r='1048576'><c r='A1048576'><v>1</v></c></row>")],
  "a million rows with a prefix": ["too_many_rows", () => prefixed('<x:row r="1048576"><x:c r="A1048576"><x:v>1</x:v></x:c></x:row>')],
  "a million rows in an attribute's prefix": ["too_many_rows", () => inRow('<row r="9" x:r="1048576"><c r="A9"><v>1</v></c></row>')],
  "a million rows in a sheet elsewhere": [
    "too_many_rows",
    () => movedSheet(sheet.replace("</sheetData>", '<row r="1048576"/></sheetData>')),
    "Åtgärder rad 1048576",
  ],
  "a million rows behind a sign": ["too_many_rows", () => inRow('<row r="9"><c t=">" r="A1048576"><v>1</v></c></row>')],
  "ten thousand rows": ["too_many_rows", () => inRow(Array.from({ length: 10_000 }, (_, index) => `<row r="${index + 10}"/>`).join(""))],
  "ten thousand rows without numbers": ["too_many_rows", () => inRow("<row></row>".repeat(10_000)), "Åtgärder"],
  "the last column there is": ["too_many_columns", () => inRow('<row r="9"><c r="XFD9"><v>1</v></c></row>'), "Åtgärder rad 9"],
  "a column past the last": ["not_a_workbook", () => inRow('<row r="9"><c r="AAAAAA9"><v>1</v></c></row>')],
  "a cell far down in a near row": ["too_many_rows", () => inRow('<row r="9"><c r="A900000"><v>1</v></c></row>')],
  "a cell in each far corner": ["too_many_rows", () => inRow('<row r="5000"><c r="BER5000"><v>1</v></c></row>')],
  "a cell without an address": ["not_a_workbook", () => inRow('<row r="9"><c><v>1</v></c></row>'), "Åtgärder"],
  "an address in other letters": ["not_a_workbook", () => inRow('<row r="9"><c r="a9"><v>1</v></c></row>'), "Åtgärder"],
  "an address in signs": ["not_a_workbook", () => inRow('<row r="9"><c r="A&#57;99999"><v>1</v></c></row>'), "Åtgärder"],
  "a number that is none": ["not_a_workbook", () => row('<c r="B9"><v>NaN</v></c>'), "rad 9"],
  "a text that is not there": ["not_a_workbook", () => row('<c r="B9" t="s"><v>999999</v></c>'), "rad 9"],
  "a key of a number": ["missing_key", () => inRow('<row r="9"><c r="A9"><v>1</v></c></row>'), "Åtgärder rad 9"],
  "a key twice": ["twice", () => inRow(`<row r="9">${inline("A9", first.id)}</row>`), "Åtgärder rad 9"],
  "a date": ["date", () => row('<c r="B9" t="d"><v>2027-11-01T00:00:00Z</v></c>'), "Åtgärder rad 9"],
  "half a condition": ["not_json", () => row(inline("B9", "{&quot;all&quot;: [")), "Åtgärder rad 9"],
  "a condition without a floor": ["not_json", () => row(inline("B9", nested(100_000))), "Åtgärder rad 9"],
  "__proto__ in a condition": [
    "forbidden_key",
    () => row(inline("B9", "{&quot;__proto__&quot;:{&quot;polluted&quot;:1}}")),
    "Åtgärder rad 9",
  ],
  "constructor in a column's name": ["forbidden_key", () => renamed("measure.sv", "constructor.prototype"), "Åtgärder rad 2"],
  "a column without a floor": ["forbidden_key", () => renamed("measure.sv", `${"a.".repeat(100_000)}a`), "Åtgärder rad 2"],
  "the same column twice": ["twice", () => renamed("measure.sv", "measure.en"), "Åtgärder rad 2"],
  "a column within a column": ["twice", () => renamed("measure.sv", "measure.id.sv"), "Åtgärder rad 2"],
  macros: ["macros", () => zip({ "xl/vbaProject.bin": new Uint8Array(10) })],
  "links to another workbook": ["external_links", () => zip({ "xl/externalLinks/externalLink1.xml": text("<x/>") })],
  "an entity in a sheet": ["entities", () => withSheet(`<!DOCTYPE x [<!ENTITY a "b">]>${sheet}`)],
  "an entity that reads a file": ["entities", () => withSheet(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sheet}`)],
  "a billion laughs in a sheet": ["entities", () => withSheet(`<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${sheet}`)],
  "an entity in the shared texts": ["entities", () => zip({ "xl/sharedStrings.xml": text('<!DOCTYPE x [<!ENTITY a "b">]><sst/>') })],
  "an entity in the workbook": ["entities", () => zip({ "xl/workbook.xml": text('<!DOCTYPE x [<!ENTITY a "b">]><workbook/>') })],
  "an entity in UTF-16": ["not_utf8", () => zip({ [sheetName]: utf16(`<!DOCTYPE x [<!ENTITY a "b">]>${sheet}`) })],
  "a sheet in latin-1": ["not_utf8", () => zip({ [sheetName]: latin1(sheet.replace("</sheetData>", "å</sheetData>")) }), sheetName],
  "a workbook without sheets": [
    "not_a_workbook",
    () =>
      zip({ "xl/workbook.xml": text('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>') }),
  ],
  "a sheet of noise": ["not_a_workbook", () => withSheet("<<<>>>"), sheetName],
  "a tag without end": ["not_a_workbook", () => withSheet(`<a ${'b="c" '.repeat(1_000_000)}`), sheetName],
  "a value without end": ["not_a_workbook", () => withSheet(`<a b="${"c".repeat(10_000_000)}`), sheetName],
  "a comment without end": ["not_a_workbook", () => withSheet(`${sheet}<!-- `), sheetName],
  "a sheet with another name": [
    "missing_sheet",
    () => zip({ "xl/workbook.xml": text(new TextDecoder().decode(parts["xl/workbook.xml"]).replace("Åtgärder", "Blad1")) }),
    "Åtgärder",
  ],
  "a sheet without its first row": ["missing_key", () => withSheet(sheet.replace(/<row r="1".*?<\/row>/s, "")), "Åtgärder"],
};

test("there are enough of them", () => expect(Object.keys(hostile).length).toBeGreaterThanOrEqual(60));

describe("a hostile file is a list of problems", () => {
  test.each(Object.entries(hostile))("%s", async (_, [problem, make, row]) => {
    const read = await readContentFile(make());
    if (!("problems" in read)) throw new Error("it was read");
    expect(read.problems.map((one) => one.problem)).toContain(problem);
    if (row !== undefined) expect(read.problems.map((one) => one.row)).toContain(row);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

test("what other programs write besides is passed over: folders, pictures, comments, single quotes, prefixes, an unused range", async () => {
  const others = {
    "xl/media/": new Uint8Array(0),
    "xl/media/image1.png": new Uint8Array([0x89, 0x50]),
    [sheetName]: strToU8(
      sheet
        .replace(/^<\?xml.*?\?>/, "<?xml version='1.0' encoding='UTF-8'?><!-- made elsewhere -->")
        .replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
        .replace(/ r="(A\d)"/g, " r='$1'"),
    ),
  };
  const read = await readContentFile(zip(others));
  expect("items" in read && read.items.map(({ kind, key, document }) => ({ kind, key, document }))).toEqual(items);
});

test("a YAML file may begin with a byte order mark", async () => {
  const read = await readContentFile(text(`\ufeff${yaml}`));
  expect("items" in read && read.items.length).toBe(items.length);
});

const scraps = [
  "<",
  ">",
  "'",
  '"',
  "/",
  "<!",
  "-->",
  "<f>",
  "&#57;",
  "]]>",
  'r="A1048576"',
  '<row r="9999999"/>',
  "x:",
  "=",
  "\0",
  "{",
  "[",
  "- ",
  ": ",
  "&a ",
];
const cut = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  scrap: fc.constantFrom(...scraps, "*a", "|\n", "? ", "\t"),
  gone: fc.nat(40),
});
const mangled = (whole: string, cuts: readonly { readonly at: number; readonly scrap: string; readonly gone: number }[]) =>
  cuts.reduce((now, { at, scrap, gone }) => {
    const from = Math.floor(at * now.length);
    return now.slice(0, from) + scrap + now.slice(from + gone);
  }, whole);

test("a file that was mangled anywhere is read or is a list of problems, and never an error", async () => {
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
  const cuts = fc.array(cut, { minLength: 1, maxLength: 4 });
  const bytes = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { minLength: 1, maxLength: 6 });
  const file = fc.oneof(
    cuts.map((list) => text(mangled(yaml, list))),
    fc
      .tuple(fc.constantFrom(...names), cuts)
      .map(([name, list]) => zip({ [name]: text(mangled(new TextDecoder().decode(parts[name]), list)) })),
    bytes.map((list) => {
      const copy = workbook.slice();
      for (const [at, byte] of list) copy[Math.floor(at * copy.length)] = byte;
      return copy;
    }),
  );
  await fc.assert(
    fc.asyncProperty(file, async (given) => {
      const read = await readContentFile(given);
      expect("items" in read || read.problems.length > 0).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
