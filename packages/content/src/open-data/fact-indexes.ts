import { factIndex, indexIndicators, type Text } from "@hp/domain";
import { loadInstrument } from "../published/instrument.ts";
import { deepFreeze, once } from "../published/parse-content.ts";
import { currentValue } from "./comparison.ts";
import { isShipped, latestFigure } from "./figures.ts";
import { municipalities, requireMunicipality } from "./municipalities.ts";
import { sourceLine } from "./source-line.ts";

/** A dimension's fact index with what it was made of. */
export interface FactIndex {
  /** 0–100, 100 is best in the group; null where "fakta saknas": fewer than two indicators with a value. */
  readonly value: number | null;
  /** The indicators used, with the municipality's own value and its period; empty where none ships. */
  readonly indicators: readonly {
    readonly kpi: string;
    readonly direction: "higher" | "lower";
    readonly value: number | null;
    readonly period: string | null;
  }[];
  /** The municipalities that the ranks are among: SKR's group, the municipality itself included. */
  readonly groupCode: string;
  readonly groupName: Text;
  readonly groupSize: number;
  readonly sourceLine: Text;
}

const groups = once(() => Map.groupBy(municipalities(), (each) => each.group.code));

/**
 * How a municipality's facts stand in each dimension among its SKR group: the mean of the percentile ranks of its index
 * indicators, direction-corrected. With what ships that is arbete and skola; every other dimension is null.
 *
 * @returns By dimension id, every dimension of the instrument.
 * @throws RangeError for a code that is no municipality.
 * @see docs/method.md §2 — fact index
 */
export function factIndexes(municipalityCode: string, asOfYear?: number): Readonly<Record<string, FactIndex>> {
  const { group } = requireMunicipality(municipalityCode);
  const members = groups().get(group.code) ?? [];
  return Object.fromEntries(
    loadInstrument().dimensions.map((dimension) => {
      const used = indexIndicators(dimension, isShipped).flatMap(({ kpi, direction }) =>
        direction === "neutral" ? [] : [{ kpi, direction }],
      );
      const value = factIndex(
        used.map(({ kpi, direction }) => ({
          direction,
          value: currentValue(kpi, municipalityCode, asOfYear),
          group: members.map((member) => currentValue(kpi, member.code, asOfYear)),
        })),
      );
      const index: FactIndex = {
        value,
        indicators: used.map(({ kpi, direction }) => {
          const figure = latestFigure(kpi, municipalityCode);
          return { kpi, direction, value: figure?.value ?? null, period: figure?.period ?? null };
        }),
        groupCode: group.code,
        groupName: group.name,
        groupSize: members.length,
        sourceLine: sourceLine("Kolada", null, true),
      };
      return [dimension.id, deepFreeze(index)];
    }),
  );
}
