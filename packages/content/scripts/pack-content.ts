/**
 * Writes the JSON that the product loads from the YAML that editors write: content/instrument.yaml, preconditions.yaml,
 * catalogue.yaml and measures/*.yaml. Run it after any change of them; a change of the catalogue needs a new version there,
 * and scripts/commonness.ts after.
 */
import { writeShipped } from "./files.ts";
import { packed } from "./packed.ts";

for (const [name, text] of Object.entries(packed())) writeShipped(`content/${name}`, text);
