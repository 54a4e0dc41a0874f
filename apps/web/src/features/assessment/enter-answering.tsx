import "server-only";
import type { ReactElement } from "react";
import { enterPlacePage } from "../place/kit.ts";
import { NotAnswering, RoleGroupStep } from "./answer-gate.tsx";

/** What a step of answering begins with: a round, and someone who answers in it; else the page that says why not. */
export async function enterAnswering(params: Promise<{ placeId: string }>, here: (placeId: string) => string) {
  const { api, head, placeId, may } = await enterPlacePage(params);
  const stop = (page: ReactElement) => ({ stop: page }) as const;
  if (!may("assessment.answer") || head.me.party === null) return stop(<NotAnswering head={head} reason="role" />);
  const { round, mine, minutes } = await api.assessment.state({ placeId });
  if (round === null || mine === null) return stop(<NotAnswering head={head} reason="no_round" />);
  if (head.me.roleGroup === null && round.openedAt === null) return stop(<RoleGroupStep head={head} next={here(placeId)} />);
  const answers = await api.assessment.myAnswers({ placeId, roundId: round.id });
  return { stop: null, head, placeId, answers, mine, minutes: minutes[round.mode] } as const;
}
