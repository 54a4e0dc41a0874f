import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { fileProblemCodes, readContentFile, writeWorkbook, writeYaml } from "../../src/files/index.ts";
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
const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

/** A zip whose directory promises less than its parts hold. */
function lyingZip(): Uint8Array {
  const file = zipSync({ ...parts, "xl/big.xml": new Uint8Array(30_000_000) });
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at < file.length - 46; at += 1)
    if (view.getUint32(at, true) === 0x02014b50 && new TextDecoder().decode(file.slice(at + 46, at + 56)) === "xl/big.xml")
      view.setUint32(at + 24, 100, true);
  return file;
}

// Each is refused with a problem of the list; what it is called says what is wrong with it.
const hostile: Readonly<Record<string, () => Uint8Array>> = {
  "an empty file": () => new Uint8Array(0),
  "five megabytes of spaces": () => text(" ".repeat(5_000_000)),
  "UTF-16": () => utf16(yaml),
  "UTF-16 without a mark": () => new Uint8Array(Buffer.from(yaml, "utf16le")),
  "latin-1": () => latin1(`${head}measures: {å: 1}`),
  "NUL in text": () => text(`${head}measures: {a: "\0"}`),
  "bytes at random": () => Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
  "a picture": () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  "a PDF": () => text("%PDF-1.7\n%âãÏÓ"),
  "an HTML page": () => text("<!doctype html><p>Hej"),
  "JSON of another kind": () => text('{"format":"something else"}'),
  "plain words": () => text("Hej på er"),
  "a number": () => text("42"),
  "nothing but a comment": () => text("# nothing\n"),
  "a format and nothing else": () => text(head),
  "another version of the format": () => text("format: hallbara-platser-innehall-2\nmeasures: {}"),
  "measures as a list": () => text(`${head}measures: [1, 2]`),
  "measures as a text": () => text(`${head}measures: all`),
  "an unclosed quote": () => text(`${head}measures: {a: "b}`),
  "tabs for indentation": () => text(`${head}measures:\n\ta: 1`),
  "an alias": () => text(`${head}measures:\n  a: &x {b: 1}\n  c: *x`),
  "a cyclic alias": () => text(`${head}measures: &x\n  a: *x`),
  "a billion laughs": () =>
    text(
      `${head}a: &a [x,x,x,x,x,x,x,x,x]\n${["b", "c", "d", "e", "f", "g", "h"].map((one, i) => `${one}: &${one} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`).join("\n")}\n`,
    ),
  "a merge key with an alias": () => text(`${head}measures:\n  a: &x {b: 1}\n  c: {<<: *x}`),
  "the same key twice": () => text(`${head}measures:\n  AB01: {}\n  AB01: {}`),
  "the same field twice": () => text(`${head}measures:\n  AB01: {measure: 1, measure: 2}`),
  "__proto__ as a measure": () => text(`${head}measures:\n  __proto__: {polluted: true}`),
  "constructor as a measure": () => text(`${head}measures:\n  constructor: {prototype: {polluted: true}}`),
  "__proto__ within a measure": () => text(`${head}measures:\n  AB01: {measure: {__proto__: {polluted: true}}}`),
  "prototype deep within": () => text(`${head}dimensions:\n  boende: {items: [{prototype: 1}]}`),
  "a number for a key": () => text(`${head}measures:\n  1: {}`),
  "a list for a key": () => text(`${head}measures:\n  ? [a]\n  : {}`),
  "a tag that would run code": () => text(`${head}measures:\n  a: !!js/function "() => 1"\n  __proto__: 1`),
  "a directive bomb": () => text(`%YAML 9.9\n---\n${"- ".repeat(2000)}`),
  "lists in lists in lists": () => text(`${head}measures: ${nested(2000)}`),
  "a zip that is cut off": () => workbook.slice(0, workbook.length >> 1),
  "only the beginning of a zip": () => new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]),
  "a zip that is no workbook": () => zipSync({ "a.txt": text("hej") }),
  "a document of another program": () => zipSync({ "word/document.xml": text("<x/>"), "[Content_Types].xml": text("<x/>") }),
  "a zip bomb": () => zip({ "xl/bomb.xml": new Uint8Array(60_000_000) }),
  "a bomb of many parts": () =>
    zip(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`xl/b${index}.xml`, new Uint8Array(1_000_000)]))),
  "a bomb in the sheet itself": () => withSheet(sheet.replace("</sheetData>", `${" ".repeat(50_000_000)}</sheetData>`)),
  "a bomb in the shared texts": () => zip({ "xl/sharedStrings.xml": strToU8(`<sst>${"<si><t>x</t></si>".repeat(3_000_000)}</sst>`) }),
  "a formula": () => withSheet(sheet.replace("<c ", "<c><f>1+1</f></c><c ")),
  "a formula that reads the net": () => inRow('<row r="9"><c r="A9"><f>WEBSERVICE("http://x.example")</f></c></row>'),
  "a shared formula": () => inRow('<row r="9"><c r="A9"><f t="shared" si="0"/></c></row>'),
  "a million rows": () => inRow('<row r="1048576"><c r="A1048576" t="n"><v>1</v></c></row>'),
  "ten thousand rows": () => inRow(Array.from({ length: 10_000 }, (_, index) => `<row r="${index + 10}"/>`).join("")),
  "ten thousand rows without numbers": () => inRow("<row></row>".repeat(10_000)),
  "the last column there is": () => inRow('<row r="9"><c r="XFD9"><v>1</v></c></row>'),
  "a cell far down in a near row": () => inRow('<row r="9"><c r="A900000"><v>1</v></c></row>'),
  macros: () => zip({ "xl/vbaProject.bin": new Uint8Array(10) }),
  "links to another workbook": () => zip({ "xl/externalLinks/externalLink1.xml": text("<x/>") }),
  "an entity in a sheet": () => withSheet(`<!DOCTYPE x [<!ENTITY a "b">]>${sheet}`),
  "an entity that reads a file": () => withSheet(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sheet}`),
  "a billion laughs in a sheet": () => withSheet(`<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${sheet}`),
  "an entity in the shared texts": () => zip({ "xl/sharedStrings.xml": text('<!DOCTYPE x [<!ENTITY a "b">]><sst/>') }),
  "an entity in the workbook": () => zip({ "xl/workbook.xml": text('<!DOCTYPE x [<!ENTITY a "b">]><workbook/>') }),
  "a workbook without sheets": () =>
    zip({ "xl/workbook.xml": text('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>') }),
  "a sheet of noise": () => withSheet("<<<>>>"),
  "a sheet with another name": () =>
    zip({ "xl/workbook.xml": text(new TextDecoder().decode(parts["xl/workbook.xml"]).replace("Åtgärder", "Blad1")) }),
  "a sheet without its first row": () => withSheet(sheet.replace(/<row r="1".*?<\/row>/s, "")),
};

test("there are enough of them", () => expect(Object.keys(hostile).length).toBeGreaterThanOrEqual(60));

describe("a hostile file is a list of problems", () => {
  test.each(Object.entries(hostile))("%s", async (_, make) => {
    const file = make();
    const before = process.memoryUsage().arrayBuffers;
    const read = await readContentFile(file);
    if (!("problems" in read)) throw new Error("it was read");
    expect(read.problems.length).toBeGreaterThan(0);
    for (const { problem } of read.problems) expect(fileProblemCodes).toContain(problem);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(250_000_000);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

test("a zip that lies about its size is unpacked to what it promised, and no further", async () => {
  const file = lyingZip();
  const before = process.memoryUsage().arrayBuffers;
  const read = await readContentFile(file);
  expect("items" in read || "problems" in read).toBe(true);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
});
