/**
 * In how many draws of the values an alternative is first by these weights; equals are first together.
 *
 * @param values Draw after draw, each `m` alternatives of as many values as there are weights.
 */
export function firstIn(values: Float64Array, m: number, weights: Float64Array, alternative: number): number {
  const n = weights.length;
  const worthAt = (from: number): number => {
    let total = 0;
    for (let criterion = 0; criterion < n; criterion += 1) total += (weights[criterion] as number) * (values[from + criterion] as number);
    return total;
  };
  /** Whoever beat it last is tried first: mostly it is the same one. */
  let rival = 0;
  let times = 0;
  for (let from = 0; from < values.length; from += m * n) {
    const own = worthAt(from + alternative * n);
    if (worthAt(from + rival * n) > own) continue;
    let other = 0;
    while (other < m && !(worthAt(from + other * n) > own)) other += 1;
    if (other === m) times += 1;
    else rival = other;
  }
  return times;
}
