import { catalogue, commonnessFile, measuresFile, rulesFile } from "@hp/contracts/content";
import type { Catalogue, ReferenceFigures } from "@hp/domain";
import commonness from "../../content/commonness.json" with { type: "json" };
import measures from "../../content/measures.json" with { type: "json" };
import rules from "../../content/rules.json" with { type: "json" };
import { checkReferences } from "./check-references.ts";
import { loadInstrument } from "./instrument.ts";
import { kpis } from "./kpis.ts";
import { ContentError, once, parseContent } from "./parse-content.ts";

const loaded = once((): Catalogue => {
  const shares = parseContent("commonness.json", commonnessFile, commonness);
  const value = withComputed(shares.shares, shares.basicPackage, shares.reference);
  if (shares.catalogueVersion !== value.version || shares.instrumentVersion !== loadInstrument().version) {
    throw new ContentError([`commonness.json: computed for ${shares.catalogueVersion}, not ${value.version}: run scripts/commonness.ts`]);
  }
  return value;
});

function withComputed(shares: Readonly<Record<string, number>>, basicPackage: readonly string[], reference?: ReferenceFigures): Catalogue {
  const { version, rules: byMeasure } = parseContent("rules.json", rulesFile, rules);
  const value = parseContent("catalogue", catalogue, {
    version,
    measures: parseContent("measures.json", measuresFile, measures),
    rules: byMeasure,
    commonness: shares,
    basicPackage,
    ...(reference === undefined ? {} : { reference }),
  });
  const faults = checkReferences({ instrument: loadInstrument(), kpis: kpis(), catalogue: value });
  if (faults.length > 0) throw new ContentError(faults);
  return value;
}

/**
 * The catalogue that ships: 93 measures with their rules, how common each is among the reference places, and what is usual there. Checked,
 * also against the instrument, at the first call; then the same frozen value every time.
 *
 * @throws ContentError if a file does not hold, or if commonness.json belongs to another version.
 */
export function loadCatalogue(): Catalogue {
  return loaded();
}

/** The catalogue before anything is computed for it: every share 0, no Grundpaket, no reference. What commonness.json is made from. */
export function catalogueWithoutShares(): Catalogue {
  return withComputed(Object.fromEntries(measures.map(({ id }) => [id, 0])), []);
}
