import { DataTable, type KeySide, Lock, PartyName, Section } from "@hp/ui";
import type { Round, RoundKit, RoundParty } from "./round-kit.ts";

const sideOf = <P extends RoundParty["party"]>(round: Round, party: P, { t, format }: RoundKit): KeySide & { readonly party: P } => {
  const state = round.parties.find((one) => one.party === party);
  const readyAt = state?.readyAt ?? null;
  return {
    party,
    turned: readyAt !== null,
    label: t(`keys.${party}.${readyAt === null ? "open" : "ready"}`),
    detail: readyAt === null ? t("keys.submitted", { count: state?.submitted ?? 0 }) : format.moment(readyAt),
  };
};

/** How far both sides have come: counts only, never what anyone answered. */
export function RoundProgressSection({ kit, round }: { readonly kit: RoundKit; readonly round: Round }) {
  const { t, format } = kit;
  const organisations = round.parties.flatMap(({ party, organisations: own }) => own.map((one) => ({ party, ...one })));
  const silent = round.parties.filter(({ submitted }) => submitted === 0);
  const submitted = (party: RoundParty["party"]) => round.parties.find((one) => one.party === party)?.submitted ?? 0;
  const [municipality, industry] = [submitted("municipality"), submitted("industry")];
  const sentence =
    silent.length === round.parties.length
      ? t("progress.none")
      : format.upper(
          t("progress.say", {
            municipality,
            industry,
            municipalityNumber: format.count(municipality),
            industryNumber: format.count(industry),
          }),
        );
  return (
    <Section
      id="lage"
      title={t("progress.title")}
      side={
        <>
          <p>
            {t(`mode.${round.mode}`)}. {t("progress.started", { on: format.day(round.startedAt) })}{" "}
            {round.deadlineOn === null ? t("progress.noDeadline") : t("progress.deadline", { on: format.day(round.deadlineOn) })}
          </p>
          <p>{t("progress.side")}</p>
        </>
      }
    >
      <div className="stack-8">
        <p className="say">{sentence}</p>
        {round.openedAt === null ? <Lock sides={[sideOf(round, "municipality", kit), sideOf(round, "industry", kit)]} /> : null}
        <DataTable
          caption={t("progress.caption")}
          hideCaption
          cards
          empty={t("progress.empty")}
          columns={[
            { key: "name", label: t("progress.organisation") },
            { key: "people", label: t("progress.people"), align: "end" },
            { key: "started", label: t("progress.begun"), align: "end" },
            { key: "submitted", label: t("progress.submitted"), align: "end" },
          ]}
          rows={organisations.map((one) => ({
            key: `${one.party} ${one.name}`,
            cells: [
              <PartyName key="name" party={one.party} wrap>
                {one.name}
              </PartyName>,
              format.number(one.people, 0),
              format.number(one.started, 0),
              format.number(one.submitted, 0),
            ],
          }))}
        />
      </div>
    </Section>
  );
}
