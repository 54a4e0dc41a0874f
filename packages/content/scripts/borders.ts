/**
 * Turns the municipal borders (TopoJSON, SCB) into data/borders.json: decoded, projected once and delta-coded in units
 * of ten metres, borders still shared. Run scripts/sweden-svg.ts after it.
 */

import { project } from "../src/borders/projection.ts";
import { readSource, writeShipped } from "./files.ts";

interface Geometry {
  readonly type: "Polygon" | "MultiPolygon";
  readonly id: string;
  readonly arcs: readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[];
}
interface Topology {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly objects: { readonly municipalities: { readonly geometries: readonly Geometry[] } };
}

const topology = JSON.parse(readSource("data/municipalities.topo.json")) as Topology;
const { scale, translate } = topology.transform;

const arcs = topology.arcs.map((arc) => {
  let [x, y] = [0, 0];
  let [lastX, lastY] = [0, 0];
  return arc.flatMap(([dx, dy]) => {
    x += dx;
    y += dy;
    const [planeX, planeY] = project({ lon: x * scale[0] + translate[0], lat: y * scale[1] + translate[1] }).map(Math.round) as [
      number,
      number,
    ];
    const step = [planeX - lastX, planeY - lastY];
    [lastX, lastY] = [planeX, planeY];
    return step;
  });
});

const municipalities = topology.objects.municipalities.geometries.map(({ id, type, arcs: rings }) => [
  id,
  type === "Polygon" ? rings : rings.flat(),
]);
if (municipalities.length !== 290) throw new Error("Not 290 municipalities");

const lines = (entries: readonly unknown[]) => entries.map((entry) => JSON.stringify(entry)).join(",\n");
writeShipped("data/borders.json", `{"municipalities":[\n${lines(municipalities)}\n],\n"arcs":[\n${lines(arcs)}\n]}\n`);
