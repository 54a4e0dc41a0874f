/** Distances of Shell's method: M. Ciura, "Best increments for the average case of shellsort" (2001), and one more. */
const GAPS = [1577, 701, 301, 132, 57, 23, 10, 4, 1] as const;

/**
 * Puts the places of a list of numbers in order, the greatest number first. In place and without comparing functions: what a
 * draw costs is mostly this. Equals may come in any order.
 *
 * @param values Without NaN.
 * @param order The places, each once, in any order; one that is nearly right is quicker.
 */
export function sortPlaces(values: Float64Array, order: Int32Array): void {
  const { length } = order;
  for (const gap of GAPS) {
    for (let at = gap; at < length; at += 1) {
      const place = order[at] as number;
      const value = values[place] as number;
      let to = at;
      for (; to >= gap && (values[order[to - gap] as number] as number) < value; to -= gap) order[to] = order[to - gap] as number;
      order[to] = place;
    }
  }
}
