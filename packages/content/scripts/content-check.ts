/** npm run content:check: what is missing in the content that ships, or would stop its publishing. Ends with 1 if anything is. */
import { loadCatalogue } from "../src/published/catalogue.ts";
import { loadInstrument } from "../src/published/instrument.ts";
import { checkContent } from "./checked.ts";

const { faults, counts } = checkContent(loadInstrument(), loadCatalogue(), new Date().toISOString().slice(0, 7));
for (const fault of faults) console.log(fault);
console.log(
  `${counts.measures} measures, ${counts.cards} with cards; ${counts.statements} statements; tried on ${counts.places} municipalities; ${faults.length} faults`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
