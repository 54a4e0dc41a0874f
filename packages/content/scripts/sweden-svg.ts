/** Draws assets/sweden.svg, the country with its 290 municipalities, from data/borders.json. */
import borders from "../data/borders.json" with { type: "json" };
import { drawAreas } from "../src/borders/maps.ts";
import { writeShipped } from "./files.ts";

const codes = (borders.municipalities as unknown as readonly (readonly [string])[]).map(([code]) => code).sort();
const map = drawAreas(codes, { longSide: 1000, tolerance: 0.3, smallest: 1.5 });
const areas = map.areas.map(({ code, path }) => `<path id="m${code}" d="${path}"/>`).join("\n");
writeShipped(
  "assets/sweden.svg",
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${map.viewBox}" fill="currentColor" fill-rule="evenodd">\n${areas}\n</svg>\n`,
);
