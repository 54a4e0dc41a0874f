import { newestRound, type RoundRow, roundTallies, type TallyCell, type Transaction } from "@hp/db";
import { type GroupTally, type Instrument, type RoundScores, scoreRound } from "@hp/domain";
import type { PlaceScope } from "@hp/domain/access";
import { instrumentOf } from "../content/content.service.ts";
import { statementOrder } from "./statement-order.ts";

type Five = [number, number, number, number, number];
interface MutableTally {
  readonly party: GroupTally["party"];
  readonly organisationId: string;
  readonly roleGroup: GroupTally["roleGroup"];
  readonly respondents: number;
  readonly items: Record<string, { counts: Five; cannotJudge: number }>;
  readonly importance: Record<string, Five>;
}

/** Cells from the database as tallies by group, with statement and dimension ids for positions. */
export function toTallies(instrument: Instrument, cells: readonly TallyCell[]): GroupTally[] {
  const statements = statementOrder(instrument);
  const groups = new Map<string, MutableTally>();
  for (const cell of cells) {
    const key = `${cell.party}/${cell.organisationId}/${cell.roleGroup}`;
    let group = groups.get(key);
    if (group === undefined) {
      const { party, organisationId, roleGroup, respondents } = cell;
      group = { party, organisationId, roleGroup, respondents, items: {}, importance: {} };
      groups.set(key, group);
    }
    const id = cell.kind === "item" ? statements[cell.position]?.id : instrument.dimensions[cell.position]?.id;
    if (id === undefined) continue;
    if (cell.kind === "importance") {
      group.importance[id] ??= [0, 0, 0, 0, 0];
      (group.importance[id] as Five)[cell.answer - 1] = cell.people;
      continue;
    }
    group.items[id] ??= { counts: [0, 0, 0, 0, 0], cannotJudge: 0 };
    const item = group.items[id];
    if (cell.answer === 6) item.cannotJudge = cell.people;
    else item.counts[cell.answer - 1] = cell.people;
  }
  return [...groups.values()];
}

/** A round that has been opened, with its scores. */
export interface OpenRound {
  readonly round: RoundRow & { readonly openedAt: Date };
  readonly instrument: Instrument;
  readonly scores: RoundScores;
  readonly respondents: Record<"municipality" | "industry", number>;
}

/** The newest round of a place with its scores; without scores until it is opened. */
export async function newestScores(
  transaction: Transaction,
  scope: PlaceScope<"place.read">,
): Promise<OpenRound | "no_round" | "not_opened"> {
  const round = await newestRound(transaction, scope);
  if (round === null) return "no_round";
  const { openedAt } = round;
  if (openedAt === null) return "not_opened";
  const instrument = await instrumentOf(transaction, round.instrumentVersion);
  const tallies = toTallies(instrument, await roundTallies(transaction, scope, round.id));
  const people = (party: GroupTally["party"]) =>
    tallies.filter((tally) => tally.party === party).reduce((sum, tally) => sum + tally.respondents, 0);
  return {
    round: { ...round, openedAt },
    instrument,
    scores: scoreRound({ instrument, mode: round.mode, tallies }),
    respondents: { municipality: people("municipality"), industry: people("industry") },
  };
}
