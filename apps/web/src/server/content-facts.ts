import "server-only";
import { legend, loadCatalogue, loadInstrument, openData } from "@hp/content";

/** The sizes of what ships, counted instead of written down, so that no page says a number that is not so. */
export function contentFacts() {
  const { dimensions, preconditions } = loadInstrument();
  return {
    dimensions: dimensions.length,
    statements: dimensions.flatMap(({ items }) => items).filter(({ outcome }) => !outcome).length,
    measures: loadCatalogue().measures.length,
    facts: preconditions.length,
    prefilled: openData.prefilledKeys().length,
    municipalities: openData.municipalities().length,
    localities: openData.municipalities().flatMap(({ code }) => openData.localities(code)).length,
  };
}

/** How many measures rest on what: a row per evidence grade, best first. */
export function evidenceRows() {
  const { measures } = loadCatalogue();
  return legend().evidence.map(({ key, sv, en }) => {
    const graded = measures.filter(({ evidence }) => evidence.grade === key);
    return { grade: key, meaning: { sv, en }, count: graded.length, mixed: graded.filter(({ evidence }) => evidence.mixed).length };
  });
}
