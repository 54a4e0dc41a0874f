import { type ErrorCode, type ErrorDetail, type PlaceId, placeId } from "@hp/contracts";
import type { Database, Transaction } from "@hp/db";
import type { Actor, PlaceAction, PlatformAction, PortfolioAction } from "@hp/domain/access";
import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError, z } from "zod";
import { AppError, problemOf } from "./errors.ts";
import { createServices, type Locale } from "./services.ts";

/** Who may call a procedure: stated by its builder, read by the tests and the generated matrix. */
export type Policy =
  | { readonly kind: "open"; readonly reason: string }
  | { readonly kind: "signed_in" }
  | { readonly kind: "portfolio"; readonly action: PortfolioAction }
  | { readonly kind: "platform"; readonly action: PlatformAction }
  | { readonly kind: "place"; readonly action: PlaceAction };

/** What a call was and how it went, for the log: no input, no output, nothing personal. */
export interface CallRecord {
  readonly path: string;
  readonly type: string;
  readonly requestId: string;
  readonly durationMs: number;
  /** `ok`, an outcome a user can act on, or `fault`. */
  readonly outcome: string;
  /** The cause of a fault. */
  readonly cause?: unknown;
}

/** What a request brings to the procedures. */
export interface RequestContext {
  /** Null before sign-in. */
  readonly userId: string | null;
  readonly locale: Locale;
  readonly requestId: string;
  readonly database: Database;
  readonly record: (call: CallRecord) => void;
}

// One table; a new outcome does not compile until it has a place here.
const trpcCode = {
  not_signed_in: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  stale: "CONFLICT",
  already_exists: "CONFLICT",
  reused_key: "CONFLICT",
  invalid: "BAD_REQUEST",
  not_ready: "PRECONDITION_FAILED",
  closed: "PRECONDITION_FAILED",
  too_many: "TOO_MANY_REQUESTS",
} as const satisfies Record<ErrorCode, TRPCError["code"]>;

/** What a refused input tells the browser: field paths with problem keys, never the value that was sent. */
const fieldsOf = (error: ZodError) =>
  error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.join("."),
    problem: problemOf(issue),
  }));

function detailOf(error: TRPCError): ErrorDetail | null {
  const { cause } = error;
  if (cause instanceof AppError) {
    const { reason = null, fields = [], current = null } = cause.detail;
    return { code: cause.code, reason, fields: [...fields], current };
  }
  if (cause instanceof ZodError && error.code === "BAD_REQUEST")
    return { code: "invalid", reason: null, fields: fieldsOf(cause), current: null };
  if (error.code === "UNAUTHORIZED") return { code: "not_signed_in", reason: null, fields: [], current: null };
  if (error.code === "BAD_REQUEST" || error.code === "PARSE_ERROR") return { code: "invalid", reason: null, fields: [], current: null };
  if (error.code === "NOT_FOUND") return { code: "not_found", reason: null, fields: [], current: null };
  return null;
}

const nothingMore: z.ZodType<object, object> = z.strictObject({});

const t = initTRPC
  .context<RequestContext>()
  .meta<{ policy: Policy }>()
  .create({
    // Stacks and causes stay on the server whatever NODE_ENV says.
    isDev: false,
    errorFormatter: ({ shape, error }) => ({
      code: shape.code,
      message: error.code,
      data: { code: error.code, httpStatus: shape.data.httpStatus, app: detailOf(error) },
    }),
  });

/** Makes a router of procedures. */
export const router = t.router;
/** Makes a caller that runs procedures without HTTP, under the same policies. */
export const createCallerFactory = t.createCallerFactory;

const procedure = t.procedure.use(async ({ ctx, path, type, next }) => {
  const started = performance.now();
  const result = await next();
  const done = { path, type, requestId: ctx.requestId, durationMs: performance.now() - started };
  if (result.ok) {
    ctx.record({ ...done, outcome: "ok" });
    return result;
  }
  const { error } = result;
  const { cause } = error;
  if (cause instanceof AppError) {
    ctx.record({ ...done, outcome: cause.code });
    throw new TRPCError({ code: trpcCode[cause.code], message: cause.message, cause });
  }
  if (error.code !== "INTERNAL_SERVER_ERROR") {
    ctx.record({ ...done, outcome: error.code.toLowerCase() });
    return result;
  }
  ctx.record({ ...done, outcome: "fault", cause });
  throw new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: "Something went wrong.", cause });
});

/** Opens the procedure's one transaction, as the person who asks; a query cannot write in it. A refusal or a fault rolls it back. */
async function inTransaction<R extends { readonly ok: boolean }>(
  ctx: RequestContext,
  type: string,
  work: (transaction: Transaction) => Promise<R>,
): Promise<R> {
  const refused = new Error("rolled back");
  let result: R | undefined;
  try {
    return await ctx.database.transaction(
      { userId: ctx.userId, requestId: ctx.requestId, readOnly: type === "query" },
      async (transaction) => {
        result = await work(transaction);
        if (!result.ok) throw refused;
        return result;
      },
    );
  } catch (error) {
    if (error === refused && result) return result;
    throw error;
  }
}

/** For anyone, signed in or not. `reason` says why that is safe. */
export const openProcedure = (reason: string) =>
  procedure
    .meta({ policy: { kind: "open", reason } })
    .use(({ ctx, type, next }) =>
      inTransaction(ctx, type, (transaction) => next({ ctx: { services: createServices(transaction, ctx.locale) } })),
    );

/** Entry for signed-in people: the actor, and the services bound to the procedure's transaction. */
const entered = procedure.use(({ ctx, type, next }) => {
  const { userId } = ctx;
  if (userId === null) throw new AppError("not_signed_in");
  const actor: Actor = { userId };
  return inTransaction(ctx, type, (transaction) => next({ ctx: { actor, services: createServices(transaction, ctx.locale) } }));
});

/** For anyone who is signed in, about themselves. */
export const signedInProcedure = () => entered.meta({ policy: { kind: "signed_in" } });

/** For anyone who is signed in, about the places that are theirs. */
export const portfolioProcedure = (action: PortfolioAction) => entered.meta({ policy: { kind: "portfolio", action } });

/** For admins, about the content that all places share. `ctx.scope` is the proof that services ask for. */
export const platformProcedure = <const A extends PlatformAction>(action: A) =>
  entered
    .meta({ policy: { kind: "platform", action } })
    .use(async ({ ctx, next }) => next({ ctx: { scope: await ctx.services.enterPlatform(ctx.actor, action) } }));

type PlaceInput<S extends z.ZodType<object>> = z.ZodType<z.output<S> & { placeId: PlaceId }, z.input<S> & { placeId: string }>;

/** A strict contract with the place beside it: unknown fields are still refused. */
function withPlace<S extends z.ZodType<object>>(contract: S): PlaceInput<S> {
  const both = z.looseObject({ placeId }).transform(({ placeId: id, ...rest }, context) => {
    const parsed = contract.safeParse(rest);
    if (parsed.success) return { ...parsed.data, placeId: id };
    for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: undefined } as never);
    return z.NEVER;
  });
  return both as unknown as PlaceInput<S>;
}

/**
 * For members of `input.placeId` whose role allows `action`. `ctx.scope` is the proof that services ask for.
 *
 * @param contract The rest of the input; nothing more than the place by default.
 */
export function placeProcedure<const A extends PlaceAction, S extends z.ZodType<object> = typeof nothingMore>(action: A, contract?: S) {
  return entered
    .meta({ policy: { kind: "place", action } })
    .input(withPlace((contract ?? nothingMore) as S))
    .use(async ({ ctx, input, next }) => {
      const { placeId: id } = input as { placeId: PlaceId };
      return next({ ctx: { scope: await ctx.services.enter(ctx.actor, id, action) } });
    });
}
