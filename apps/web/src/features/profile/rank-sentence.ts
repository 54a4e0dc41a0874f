import type { IndicatorRow } from "@hp/contracts";
import type { Say } from "../place/kit.ts";

/**
 * Where the place stands among the similar municipalities, counted from the nearer end: "Näst lägst av åtta". Equal
 * values, as they are written, share a place. Null when there is nothing to compare with.
 */
export function rankSentence({ value, peers, decimals }: Pick<IndicatorRow, "value" | "peers" | "decimals">, t: Say): string | null {
  const shown = (number: number) => Number(number.toFixed(decimals));
  const others = peers.flatMap((peer) => (peer.value === null ? [] : [shown(peer.value)]));
  if (value === null || others.length === 0) return null;
  const own = shown(value);
  const higher = others.filter((other) => other > own).length;
  const lower = others.filter((other) => other < own).length;
  const count = others.length + 1;
  const isShared = higher + lower < others.length;
  if (higher === 0 && lower === 0) return t("rank.allSame");
  const end = higher <= lower ? "high" : "low";
  const place = Math.min(higher, lower) + 1;
  const of = t(`rank.count.${count}`);
  return t(isShared ? "rank.shared" : "rank.alone", { place: t(`rank.${end}.${place}`), of });
}
