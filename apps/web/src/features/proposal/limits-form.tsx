import { randomUUID } from "node:crypto";
import type { PackageLimitsInput } from "@hp/contracts";
import { Disclosure, NumberField, PartyName, RadioGroupField, SelectField } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import { writeNumber } from "../place/number-text.ts";
import { placePaths } from "../place/place-paths.ts";
import type { PackageKit, ReadyPackage } from "./package-kit.ts";

const parties = ["municipality", "industry"] as const;
type Party = (typeof parties)[number];
const mostYears = 5;
const yearNumbers = Array.from({ length: mostYears }, (_, index) => index);

/** The same amount in every year, when it is; what each year has, when they differ. */
function spread(
  values: readonly (number | null)[],
  years: number,
): { readonly every: number | null; readonly each: readonly (number | null)[] } {
  const all = Array.from({ length: years }, (_, year) => values[year] ?? null);
  const [first = null] = all;
  return all.every((value) => value === first) ? { every: first, each: [] } : { every: null, each: all };
}

function PartyFields({ party, limits, kit }: { readonly party: Party; readonly limits: PackageLimitsInput; readonly kit: PackageKit }) {
  const { t, locale } = kit;
  const sek = spread(limits.budgets[party].sekByYear, limits.years);
  const hours = spread(limits.budgets[party].hoursByYear, limits.years);
  const text = (value: number | null | undefined) => (value == null ? "" : writeNumber(value, locale));
  return (
    <fieldset className="stack-6">
      <legend>
        <PartyName party={party}>{t(`party.${party}`)}</PartyName>
      </legend>
      <NumberField
        name={`${party}.sek`}
        id={`${party}-sek`}
        label={t("limits.sek")}
        hint={t("limits.sekHint")}
        unit={t("unit.sek")}
        defaultValue={text(sek.every)}
        width="m"
      />
      <NumberField
        name={`${party}.hours`}
        id={`${party}-hours`}
        label={t("limits.hours")}
        hint={t("limits.hoursHint")}
        unit={t("unit.hours")}
        defaultValue={text(hours.every)}
      />
      <Disclosure summary={t("limits.byYear")} open={sek.each.length > 0 || hours.each.length > 0}>
        <div className="stack-6">
          <p className="small muted">{t("limits.byYearHint")}</p>
          {yearNumbers.map((year) => (
            <div className="cols" key={year}>
              <NumberField
                name={`${party}.sek.${year}`}
                id={`${party}-sek-${year}`}
                label={t("limits.sekOfYear", { year: year + 1 })}
                unit={t("unit.sek")}
                defaultValue={text(sek.each[year])}
                width="m"
              />
              <NumberField
                name={`${party}.hours.${year}`}
                id={`${party}-hours-${year}`}
                label={t("limits.hoursOfYear", { year: year + 1 })}
                unit={t("unit.hours")}
                defaultValue={text(hours.each[year])}
              />
            </div>
          ))}
        </div>
      </Disclosure>
    </fieldset>
  );
}

/** Which measures must be in, and which must not. */
function MeasureLocks({ view, kit: { t } }: { readonly view: ReadyPackage; readonly kit: PackageKit }) {
  const { limits } = view;
  const options = [
    { value: "", label: t("limits.lock.free") },
    { value: "in", label: t("limits.lock.in") },
    { value: "out", label: t("limits.lock.out") },
  ];
  const chosen = (id: string) => (limits.lockedIn.includes(id) ? "in" : limits.lockedOut.includes(id) ? "out" : "");
  const isOpen = limits.lockedIn.length + limits.lockedOut.length > 0;
  return (
    <Disclosure summary={t("limits.locks")} open={isOpen} id="atgarder-med">
      <div className="stack-6">
        <p className="small muted">{t("limits.locksHint")}</p>
        {view.candidates.map(({ measureId, title, dimension, advised }) => (
          <SelectField
            key={measureId}
            name={`lock.${measureId}`}
            id={`lock-${measureId}`}
            label={title}
            hint={advised ? dimension : t("limits.notAdvised", { dimension })}
            options={options}
            defaultValue={chosen(measureId)}
          />
        ))}
      </div>
    </Disclosure>
  );
}

const fieldIds = Object.fromEntries([
  ["limits.firstYear", "forsta-ar"],
  ["limits.atMostPerDimension", "hogst"],
  ["limits.municipalityShare.min", "andel-minst"],
  ["limits.municipalityShare.max", "andel-hogst"],
  ["limits.lockedIn", "atgarder-med"],
  ["limits.lockedOut", "atgarder-med"],
  ...parties.flatMap((party) =>
    (["sek", "hours"] as const).flatMap((kind) =>
      Array.from({ length: mostYears }, (_, year) => [`limits.budgets.${party}.${kind}ByYear.${year}`, `${party}-${kind}`]),
    ),
  ),
]) as Record<string, string>;

/** What the parties can carry, and what else a package must keep to. Begins from the package that is shown. */
export function LimitsForm({ view, kit }: { readonly view: ReadyPackage; readonly kit: PackageKit }) {
  const { t, head, locale } = kit;
  const { limits, runId } = view;
  const paths = placePaths(head.place.id);
  const percent = (share: number | undefined) => (share === undefined ? "" : writeNumber(Math.round(share * 1000) / 10, locale));
  return (
    <CallForm
      call="proposal.ask"
      hidden={{ placeId: head.place.id, runId, locale, idempotencyKey: randomUUID() }}
      back={`${paths.package}#paketet`}
      next={paths.package}
      variant={view.shown === null ? "go" : "plain"}
      submit={t(view.shown === null ? "limits.submit" : "limits.again")}
      busy={t("limits.busy")}
      done={t("limits.done")}
      focusId="paketet-h"
      errorTitle={t("errorTitle")}
      fieldIds={fieldIds}
    >
      <div className="cols">
        <NumberField name="firstYear" id="forsta-ar" label={t("limits.firstYear")} defaultValue={String(limits.firstYear)} width="s" />
        <SelectField
          name="years"
          id="antal-ar"
          label={t("limits.years")}
          width="s"
          defaultValue={String(limits.years)}
          options={Array.from({ length: mostYears }, (_, index) => ({
            value: String(index + 1),
            label: t("limits.yearCount", { count: index + 1 }),
          }))}
        />
      </div>
      <div className="cols">
        {parties.map((party) => (
          <PartyFields key={party} party={party} limits={limits} kit={kit} />
        ))}
      </div>
      <RadioGroupField
        name="choose"
        id="valj-bland"
        label={t("limits.choose")}
        defaultValue={limits.choose}
        options={[
          { value: "advised", label: t("limits.advised"), hint: t("limits.advisedHint") },
          { value: "possible", label: t("limits.possible"), hint: t("limits.possibleHint", { count: view.candidates.length }) },
        ]}
      />
      <Disclosure
        summary={t("limits.more")}
        open={limits.municipalityShare !== null || limits.requiredDimensions.length > 0}
        id="fler-villkor"
      >
        <div className="stack-6">
          <NumberField
            name="atMostPerDimension"
            id="hogst"
            label={t("limits.atMost")}
            hint={t("limits.atMostHint")}
            defaultValue={limits.atMostPerDimension === null ? "" : String(limits.atMostPerDimension)}
          />
          <div className="cols cols-end">
            <NumberField
              name="shareMin"
              id="andel-minst"
              label={t("limits.shareMin")}
              hint={t("limits.shareHint")}
              unit="%"
              decimals
              defaultValue={percent(limits.municipalityShare?.min)}
            />
            <NumberField
              name="shareMax"
              id="andel-hogst"
              label={t("limits.shareMax")}
              unit="%"
              decimals
              defaultValue={percent(limits.municipalityShare?.max)}
            />
          </div>
          <fieldset>
            <legend>{t("limits.required")}</legend>
            {view.dimensions.map(({ id, name }) => (
              <label className="tick" key={id}>
                <input type="checkbox" name="required" value={id} defaultChecked={limits.requiredDimensions.includes(id)} />
                <span>{name}</span>
              </label>
            ))}
          </fieldset>
        </div>
      </Disclosure>
      <MeasureLocks view={view} kit={kit} />
    </CallForm>
  );
}
