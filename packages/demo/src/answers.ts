import type { Player } from "./stage.ts";

/** What a person thinks, made up: the mean answer 1–5 by dimension, and how important each is to them. */
export interface Opinion {
  readonly means: Readonly<Record<string, number>>;
  readonly importance: Readonly<Record<string, number>>;
  /** Makes one person's answers differ from another's of the same opinion; the same every time. */
  readonly seed: number;
}

/** A small linear congruential generator: values in [0, 1), the same for the same seed everywhere. */
function numbers(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const clamp = (value: number) => Math.min(5, Math.max(1, Math.round(value)));

/** Answers everything that is put to a person, dimension by dimension as the pages do, and hands it in. About one statement in thirty is "cannot judge". */
export async function answerAll(
  player: Player,
  placeId: string,
  roundId: string,
  opinion: Opinion,
  upTo = Number.POSITIVE_INFINITY,
): Promise<void> {
  const next = numbers(opinion.seed);
  const put = await player.api.assessment.myAnswers({ placeId, roundId });
  let { version } = put;
  for (const dimension of put.dimensions.slice(0, upTo)) {
    const mean = opinion.means[dimension.id] ?? 3;
    const answers = Object.fromEntries(
      dimension.statements.map(({ id }) => [id, next() < 1 / 30 ? ("cannot_judge" as const) : clamp(mean + (next() - 0.5) * 2)]),
    );
    const importance = clamp((opinion.importance[dimension.id] ?? 4) + (next() - 0.5));
    ({ version } = await player.api.assessment.saveStep({ placeId, roundId, dimensionId: dimension.id, answers, importance, version }));
  }
  if (upTo >= put.dimensions.length) await player.api.assessment.submit({ placeId, roundId, version });
}
