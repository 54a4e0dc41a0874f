import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const folder = fileURLToPath(new URL("../content/", import.meta.url));

/** A file of the content as written by its editors. Aliases are refused: what is written once is read once. */
function yaml(path: string): unknown {
  return parse(readFileSync(folder + path, "utf8"), { maxAliasCount: 0, prettyErrors: true });
}

interface MeasureFile {
  readonly id: string;
  readonly rule: object;
}

/** The files that the product loads, by name, made from the YAML that editors write: one line an entry, so that a change reads as a diff. */
export function packed(): Readonly<Record<string, string>> {
  const { version, note, order } = yaml("catalogue.yaml") as { version: string; note: object; order: readonly string[] };
  const files = readdirSync(`${folder}measures`).filter((name) => name.endsWith(".yaml"));
  const written = new Map(files.map((name) => [name.slice(0, -".yaml".length), yaml(`measures/${name}`) as MeasureFile]));
  const misnamed = [...written].find(([name, { id }]) => name !== id);
  if (misnamed !== undefined) throw new Error(`measures/${misnamed[0]}.yaml holds ${misnamed[1].id}`);
  const missing = [...written.keys()].filter((id) => !order.includes(id));
  if (missing.length > 0) throw new Error(`catalogue.yaml does not order ${missing.join(", ")}`);
  const measures = order.map((id) => {
    const measure = written.get(id);
    if (measure === undefined) throw new Error(`catalogue.yaml orders ${id}, and there is no measures/${id}.yaml`);
    return measure;
  });
  const lines = measures.map(({ rule: _rule, ...measure }) => JSON.stringify(measure));
  const rules = measures.map(({ id, rule }) => `${JSON.stringify(id)}: ${JSON.stringify(rule)}`);
  const instrument = yaml("instrument.yaml") as { computedFields: unknown; outcomes: unknown };
  const { computedFields, outcomes, ...rest } = instrument;
  const model = { ...rest, preconditions: yaml("preconditions.yaml"), computedFields, outcomes };
  return {
    "measures.json": `[\n${lines.join(",\n")}\n]\n`,
    "rules.json": `{\n"version": ${JSON.stringify(version)},\n"note": ${JSON.stringify(note)},\n"rules": {\n${rules.join(",\n")}\n}\n}\n`,
    "model.json": `${JSON.stringify(model, null, 1)}\n`,
  };
}
