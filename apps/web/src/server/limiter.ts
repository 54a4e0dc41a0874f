/** Counts how often something happens per key, in this process. */
export interface Limiter {
  /** Counts one more and says whether it is still within the limit. A refused one is not counted. */
  take(key: string, now?: number): boolean;
}

/** A limiter of at most `max` per key in any `windowMs`. Keys that have gone quiet are forgotten. */
export function createLimiter(max: number, windowMs: number): Limiter {
  const taken = new Map<string, number[]>();
  const forget = (now: number) => {
    for (const [key, times] of taken) if ((times.at(-1) ?? 0) <= now - windowMs) taken.delete(key);
  };
  return {
    take(key, now = Date.now()) {
      if (taken.size > 10_000) forget(now);
      const recent = (taken.get(key) ?? []).filter((time) => time > now - windowMs);
      const isWithin = recent.length < max;
      if (isWithin) recent.push(now);
      taken.set(key, recent);
      return isWithin;
    },
  };
}
