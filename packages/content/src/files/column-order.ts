const segmentsInCommon = (one: readonly string[], other: readonly string[]): number => {
  const apart = one.findIndex((segment, at) => segment !== other[at]);
  return apart < 0 ? one.length : apart;
};

/**
 * The paths of several rows as columns: in the order in which they come, but each beside those it shares most of its way with,
 * so that the effects stand together, and step 7 after step 6.
 */
export function inOrder(rows: readonly (readonly string[])[]): readonly string[] {
  const ordered: string[] = [];
  const known = new Set<string>();
  for (const path of rows.flat()) {
    if (known.has(path)) continue;
    known.add(path);
    ordered.splice(placeFor(path.split("."), ordered), 0, path);
  }
  return ordered;
}

function placeFor(path: readonly string[], ordered: readonly string[]): number {
  let most = 1;
  let place = ordered.length;
  for (const [at, other] of ordered.entries()) {
    const common = segmentsInCommon(path, other.split("."));
    if (common < most) continue;
    most = common;
    place = at + 1;
  }
  return place;
}
