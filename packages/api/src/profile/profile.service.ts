import type { FactSet, FactView, ProfileView } from "@hp/contracts";
import { changePlace, type FactRow, namesOf, type PlaceStateRow, placeRow, profileFacts } from "@hp/db";
import { type Instrument, type Precondition, validatePreconditionValue } from "@hp/domain";
import type { PlaceScope } from "@hp/domain/access";
import { maySetFact } from "@hp/domain/access";
import { contentOfPlace } from "../content/content.service.ts";
import { AppError, invalidField } from "../errors.ts";
import type { Kit } from "../services.ts";
import { factView } from "./fact-view.ts";
import { openDataOf } from "./open-data.ts";
import { factsOf } from "./place-facts.service.ts";
import { askedPreconditions, listedPreconditions } from "./preconditions.ts";

type Value = FactView["value"];

const progressOf = (instrument: Instrument, rows: readonly FactRow[]): ProfileView["progress"] => {
  const asked = askedPreconditions(instrument);
  const byKey = new Map(rows.map((row) => [row.key, row.value]));
  const answered = asked.filter(({ key }) => byKey.has(key));
  const known = answered.filter(({ key }) => byKey.get(key) !== null).length;
  return { total: asked.length, known, unknown: answered.length - known, unanswered: asked.length - answered.length };
};

/** A place's own preconditions: filled in together, each by those who know. */
export const profileService = ({ transaction, locale }: Kit) => {
  const contextOf = async (scope: PlaceScope<"place.read">, instrument: Instrument) => {
    const place = await placeRow(transaction, scope);
    const rows = await profileFacts(transaction, scope);
    const derived = await factsOf(transaction, scope, instrument);
    const names = await namesOf(
      transaction,
      rows.map((row) => row.setById),
    );
    const openData = openDataOf(place);
    const byKey = new Map(rows.map((row) => [row.key, row]));
    const view = (precondition: Precondition) =>
      factView(precondition, locale, { row: byKey.get(precondition.key), derived, names, member: scope.membership, openData });
    return { rows, openData, view };
  };
  return {
    /** The whole profile: preconditions by group, open figures beside the seven similar municipalities, and how far it has come. */
    get: async (scope: PlaceScope<"place.read">): Promise<ProfileView> => {
      const { instrument } = await contentOfPlace(transaction, scope);
      const { rows, openData, view } = await contextOf(scope, instrument);
      const listed = listedPreconditions(instrument);
      return {
        groups: instrument.preconditionGroups
          .map((group) => ({ key: group.key, label: group[locale], facts: listed.filter((one) => one.group === group.key).map(view) }))
          .filter((group) => group.facts.length > 0),
        indicators: openData.indicators(locale),
        similar: openData.similar,
        municipalityGroup: openData.municipalityGroup(locale),
        progress: progressOf(instrument, rows),
      };
    },

    /** Sets one fact, or says that it is not known. A stale edit is refused with the saved version beside it. */
    setFact: async (scope: PlaceScope<"profile.edit" | "place.read">, input: FactSet) => {
      const { instrument } = await contentOfPlace(transaction, scope);
      const precondition = listedPreconditions(instrument).find((one) => one.key === input.key);
      if (precondition === undefined) throw new AppError("not_found", { reason: "precondition" });
      if (!maySetFact(scope.membership, precondition.askedOf)) throw new AppError("forbidden", { reason: "asked_of_another" });
      const note = input.note || null;
      const checked = input.value === null ? { ok: true as const, value: null } : validatePreconditionValue(precondition, input.value);
      if (!checked.ok) throw invalidField("value", checked.problem);
      if (precondition.askedOf === "openData" && note === null) throw invalidField("note", "missing");
      const saved = async () => {
        const { rows, view } = await contextOf(scope, instrument);
        return { fact: view(precondition), progress: progressOf(instrument, rows) };
      };
      return changePlace(transaction, scope, { action: "profile.edit", target: input.key }, async (place) => {
        const before = await place.byKey(input.key);
        const value = checked.value as Value;
        const changed = await place.set({ key: input.key, value, note, party: scope.membership.party }, input.version);
        if (changed === 0) throw new AppError("stale", { current: await saved() });
        // A private value stays out of the trail, which every member reads.
        const traced = (kept: Value) => (precondition.visibility === "ownParty" ? { private: true } : { value: kept });
        return { result: await saved(), before: before && traced(before.value as Value), after: traced(value) };
      });
    },
  };
};

/** Preconditions of a place with an answer, of those that are asked: for the path. */
export const profileProgress = (instrument: Instrument, state: Pick<PlaceStateRow, "answeredKeys">) => ({
  answered: state.answeredKeys.length,
  total: askedPreconditions(instrument).length,
});
