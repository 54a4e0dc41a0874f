const begun = performance.now();
const patience = 15_000;

/** One line of progress, with the time since the start. */
export function say(text) {
  console.log(`[${seconds(performance.now() - begun)}] ${text}`);
}

/** Does one thing; says that it is under way when it takes long, and how long it took. */
export async function step(text, work) {
  const from = performance.now();
  say(`${text} …`);
  const reminder = setInterval(() => say(`${text}: still at it`), patience);
  try {
    const result = await work();
    say(`${text}: done in ${seconds(performance.now() - from).trim()}`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}

/** A mistake that the reader can do something about: said in one sentence, without a stack. */
export class Told extends Error {}

/** Says why it ended. */
export function explain(error) {
  if (/ENOSPC|no space left/i.test(String(error?.message ?? error))) console.error("\nThe disk is full: free some space and start again.");
  else console.error(`\n${error instanceof Error ? error.message : error}`);
  if (process.env.HP_DEBUG) console.error(error);
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1).padStart(5)} s`;
}
