/**
 * Sorts a short list in place, as `sort` does but without a list beside it: what is done for every measure of every place
 * leaves a third less behind that way.
 *
 * @param compare Below 0 where the first comes before the second.
 */
export function sortFew<T>(list: T[], compare: (a: T, b: T) => number): void {
  for (let index = 1; index < list.length; index += 1) {
    const entry = list[index] as T;
    let at = index;
    for (; at > 0 && compare(list[at - 1] as T, entry) > 0; at -= 1) list[at] = list[at - 1] as T;
    list[at] = entry;
  }
}
