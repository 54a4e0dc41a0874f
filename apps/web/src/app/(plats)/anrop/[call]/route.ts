import { type CallName, formInputs, isCallName } from "../../../../features/place/form/form-inputs.ts";
import { nextAddress } from "../../../../features/place/form/next-address.ts";
import { problemParameter } from "../../../../features/place/page-problem.ts";
import { getCaller, refusalOf } from "../../../../server/caller.ts";
import { formPost, seeOther } from "../../../../server/form-post.ts";
import { safePath } from "../../../../server/origin.ts";

type Procedures = Readonly<Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>>>;

/** An address with what went wrong in it, for the page to say. */
function withProblem(path: string, problem: string): string {
  const [before = "", anchor] = path.split("#");
  const [page = "", query = ""] = before.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set(problemParameter, problem);
  return `${page}?${parameters}${anchor === undefined ? "" : `#${anchor}`}`;
}

async function call(name: CallName, form: URLSearchParams): Promise<unknown> {
  const [noun = "", verb = ""] = name.split(".");
  const procedures = (await getCaller()) as unknown as Procedures;
  return procedures[noun]?.[verb]?.(formInputs[name](form));
}

/** The forms of a place's pages without scripts: the same procedure, then the next page, or the same one with what went wrong. */
export const POST = formPost<{ call: string }>(async ({ form, params }) => {
  if (!isCallName(params.call)) return new Response(null, { status: 404 });
  const back = safePath(form.get("back"), "/mina-platser");
  try {
    const result = await call(params.call, form);
    const next = form.get("next");
    return seeOther(safePath(next === null ? undefined : nextAddress(next, result), back));
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    if (refusal.code === "not_signed_in") return seeOther(`/logga-in?callbackUrl=${encodeURIComponent(back)}`);
    return seeOther(withProblem(back, refusal.reason === null ? refusal.code : `${refusal.code}.${refusal.reason}`));
  }
});
