import type { PlaceOverview } from "@hp/contracts";
import { DataTable, PartyName, Section, Status } from "@hp/ui";
import { readerLocale, type Say, say } from "./kit.ts";
import { PageLink } from "./page-link.tsx";
import { placePaths } from "./place-paths.ts";
import { type ReaderFormat, readerFormat } from "./reader-format.ts";

type PartyRow = PlaceOverview["parties"][number];
interface Kit {
  readonly t: Say;
  readonly format: ReaderFormat;
}

function profileCell({ profile }: PartyRow, { t }: Kit) {
  const words = t("profileValue", { answered: profile.answered, total: profile.total });
  return <Status tone={profile.answered >= profile.total ? "done" : "wait"}>{words}</Status>;
}

function assessmentCell({ assessment }: PartyRow, { t }: Kit) {
  if (assessment === null) return <span className="muted">{t("assessmentNone")}</span>;
  const { submitted, started, ready } = assessment;
  const words = t("assessmentValue", { submitted, unfinished: Math.max(started - submitted, 0) });
  return <Status tone={ready ? "done" : "wait"}>{ready ? `${words}, ${t("ready")}` : words}</Status>;
}

function planCell({ plan }: PartyRow, { t, format }: Kit) {
  if (plan.costSek === 0 && plan.hours === 0) return <span className="muted">{t("planNone")}</span>;
  return <span className="num">{t("planValue", { cost: format.kronor(plan.costSek), hours: format.number(plan.hours, 0) })}</span>;
}

function organisationsCell({ organisations }: PartyRow, { t }: Kit) {
  if (organisations.length === 0) return <span className="muted">{t("nobody")}</span>;
  return organisations.map(({ id, name, people, invited }) => (
    <span className="block" key={id}>
      {t("invited", { name, people, invited })}
    </span>
  ));
}

/** The two parties side by side: who they are, and how far each has come. */
export async function PartiesSection({ overview }: { readonly overview: PlaceOverview }) {
  const kit: Kit = { t: await say("place.overview.parties"), format: readerFormat(await readerLocale()) };
  const { t } = kit;
  const names = await say("place.party");
  const { parties, head } = overview;
  const row = (key: string, cell: (party: PartyRow, kit: Kit) => React.ReactNode) => ({
    key,
    cells: [t(key), ...parties.map((party) => cell(party, kit))],
  });
  return (
    <Section
      id="parterna"
      title={t("title")}
      side={
        <>
          <p>{t("side")}</p>
          <p>
            <PageLink href={placePaths(head.place.id).people}>{t("people")}</PageLink>
          </p>
        </>
      }
    >
      <DataTable
        caption={t("caption")}
        hideCaption
        cards
        columns={[
          { key: "step", label: t("step"), hideLabel: true },
          ...parties.map(({ party }) => ({
            key: party,
            label: <PartyName party={party}>{names(party)}</PartyName>,
            cardLabel: names(party),
          })),
        ]}
        rows={[
          row("organisations", organisationsCell),
          row("profile", profileCell),
          row("assessment", assessmentCell),
          row("plan", planCell),
        ]}
      />
    </Section>
  );
}
