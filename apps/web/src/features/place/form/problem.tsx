import { Status } from "@hp/ui";
import { pageProblem } from "../page-problem.ts";

/** What went wrong with a form that was posted without scripts, at the top of the page it came from. */
export async function Problem() {
  const sentence = await pageProblem();
  return sentence === null ? null : (
    <p role="alert" className="measure">
      <Status tone="stop">{sentence}</Status>
    </p>
  );
}
