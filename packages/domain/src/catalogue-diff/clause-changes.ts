import { conditionKey } from "../condition/condition-key.ts";
import type { FieldCatalogue } from "../condition/field-catalogue.ts";
import { limitText, subjectOf, testText } from "../condition/phrase.ts";
import { readCondition } from "../condition/read.ts";
import type { Condition } from "../condition/types.ts";
import { capitalise, formatNumber } from "../text/format.ts";
import type { Locale, Text } from "../text/text.ts";
import { clauseWords, joints } from "./clause-words.ts";
import { isReadable, type MovedAtom, type MovedCount, treeChange } from "./condition-change.ts";
import type { ChangeCode, ChangeKind, ClauseName, MovedThreshold, Reach } from "./types.ts";

/** A change of a clause, in words. */
export interface ClauseChange {
  readonly code: Extract<ChangeCode, "threshold" | "rule" | "order">;
  readonly kind: ChangeKind;
  readonly moved?: MovedThreshold;
  readonly sentence: Text;
}

/** What the clause belongs to. */
export interface ClauseOf {
  readonly id: string;
  readonly clause: ClauseName;
  readonly fields: FieldCatalogue;
}

const inBoth = (say: (locale: Locale) => string): Text => ({ sv: say("sv"), en: say("en") });

/** What happened to one condition of a rule; null and undefined stand for none. Never empty where the two differ. */
export function clauseChanges(before: unknown, after: unknown, of: ClauseOf): readonly ClauseChange[] {
  const [was, is] = [before ?? null, after ?? null];
  if (was === null || is === null) return [cameOrWent(was, is, of)];
  if (!isReadable(was, of.fields) || !isReadable(is, of.fields)) return [restructured(was, is, null, of)];
  const change = treeChange(was as Condition, is as Condition, of.fields);
  if (change.kind === "same") return [reordered(of)];
  if (change.kind === "restructured") return [restructured(was, is, change.holds, of)];
  return change.moves.map((move) => (move.kind === "atom" ? movedAtom(move, of) : movedCount(move, of)));
}

/**
 * What happened to a list of conditions (boosts, damps). Those that say the same are paired whatever their order; the rest
 * in order: what is left over has come or gone.
 */
export function listChanges(before: unknown, after: unknown, of: ClauseOf): readonly ClauseChange[] {
  const [was, is] = [listOf(before), listOf(after)];
  const key = (condition: unknown) => (isReadable(condition, of.fields) ? conditionKey(condition as Condition) : JSON.stringify(condition));
  const keys = is.map(key);
  const free = new Set(is.keys());
  const changed = was.filter((condition) => {
    const itsKey = key(condition);
    const same = [...free].find((index) => keys[index] === itsKey);
    if (same !== undefined) free.delete(same);
    return same === undefined;
  });
  const come = [...free].map((index) => is[index]);
  const pairs = Array.from({ length: Math.max(changed.length, come.length) }, (_, index) => clauseChanges(changed[index], come[index], of));
  return pairs.length === 0 ? [reordered(of)] : pairs.flat();
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);

function readingOf(condition: unknown, locale: Locale, fields: FieldCatalogue): string {
  return isReadable(condition, fields) ? readCondition(condition as Condition, locale, fields) : joints[locale].unreadable;
}

function cameOrWent(was: unknown, is: unknown, { id, clause, fields }: ClauseOf): ClauseChange {
  const sentence = inBoth((locale) => {
    const reading = readingOf(is ?? was, locale, fields);
    const { verb, noun } = clauseWords[locale][clause];
    if (is !== null && clause !== "require") return `${verb(id)} ${joints[locale].when} ${reading}.`;
    return `${capitalise(noun(id))} ${is === null ? joints[locale].gone : joints[locale].came}: ${reading}.`;
  });
  return { code: "rule", kind: "advice", sentence };
}

function reordered({ id, clause }: ClauseOf): ClauseChange {
  const sentence = inBoth((locale) => `${capitalise(clauseWords[locale][clause].noun(id))} ${joints[locale].order}.`);
  return { code: "order", kind: "text", sentence };
}

function oftenText(holds: Reach, clause: ClauseName, locale: Locale): string {
  return holds === null ? "" : ` ${clauseWords[locale][clause].often[holds]}`;
}

function restructured(was: unknown, is: unknown, holds: Reach, { id, clause, fields }: ClauseOf): ClauseChange {
  const sentence = inBoth((locale) => {
    const { reads, was: earlier } = joints[locale];
    const noun = capitalise(clauseWords[locale][clause].noun(id));
    return `${noun} ${reads}: ${readingOf(is, locale, fields)}. ${earlier}: ${readingOf(was, locale, fields)}.${oftenText(holds, clause, locale)}`;
  });
  return { code: "rule", kind: "advice", sentence };
}

function movedAtom({ before, after, isEnough, holds }: MovedAtom, { id, clause, fields }: ClauseOf): ClauseChange {
  const field = fields.get(after.field);
  const sentence = inBoth((locale) => {
    const { soon, late, when, before: earlier } = joints[locale];
    const said = `${subjectOf(field, locale)} ${testText(after, field, locale)}`;
    const isPlain = before.op === after.op && before.op !== "known";
    const old = isPlain
      ? `, ${earlier} ${limitText(before.op, before.value, field, locale)}`
      : ` (${earlier}: ${testText(before, field, locale)})`;
    if (!isEnough) return `${inside(id, clause, locale)} ${said}${old}.${oftenText(holds, clause, locale)}`;
    const joint = holds === "more" ? soon : holds === "less" ? late : when;
    return `${clauseWords[locale][clause].verb(id)} ${joint} ${said}${old}.`;
  });
  const moved: MovedThreshold = {
    clause,
    field: after.field,
    before: { op: before.op, value: before.value },
    after: { op: after.op, value: after.value },
    holds,
  };
  return { code: "threshold", kind: "advice", moved, sentence };
}

const inside = (id: string, clause: ClauseName, locale: Locale): string =>
  `${joints[locale].in} ${clauseWords[locale][clause].noun(id)} ${joints[locale].applies}`;

function movedCount({ before, after, holds }: MovedCount, { id, clause }: ClauseOf): ClauseChange {
  const sentence = inBoth((locale) => {
    const said = joints[locale].atLeast(formatNumber(after, locale));
    return `${inside(id, clause, locale)} ${said}, ${joints[locale].before} ${formatNumber(before, locale)}.${oftenText(holds, clause, locale)}`;
  });
  return { code: "rule", kind: "advice", sentence };
}
