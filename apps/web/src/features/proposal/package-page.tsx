import type { PackageView, PlaceHead } from "@hp/contracts";
import { DataTable, LinkButton, Section } from "@hp/ui";
import { readerLocale, say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { PlacePage } from "../place/place-page.tsx";
import { placePaths } from "../place/place-paths.ts";
import { readerFormat } from "../place/reader-format.ts";
import { AnswerSections } from "./answer-sections.tsx";
import { LimitsForm } from "./limits-form.tsx";
import type { PackageKit, ReadyPackage } from "./package-kit.ts";
import { ProposalSection } from "./proposal-section.tsx";

/** The package that gives most within what the parties can carry: asked for, answered and put into the plan here. */
export async function PackagePage({ head, view }: { readonly head: PlaceHead; readonly view: PackageView }) {
  const t = await say("package");
  const locale = await readerLocale();
  const kit: PackageKit = { head, t, format: readerFormat(locale), locale, mayEdit: head.me.actions.includes("plan.edit") };
  const paths = placePaths(head.place.id);
  if (view.kind === "none")
    return (
      <PlacePage head={head} station="plan" title={t("title")}>
        <Section id="paketet" title={t("none.title")} side={<p>{t("side")}</p>}>
          <div className="stack-6">
            <p className="say">{t(`none.${view.reason}`)}</p>
            <p className="actions">
              <LinkButton href={view.reason === "not_run" ? paths.advice : paths.assessment} link={PageLink}>
                {t(`none.to.${view.reason}`)}
              </LinkButton>
            </p>
          </div>
        </Section>
      </PlacePage>
    );
  const answer = view.shown?.answer ?? null;
  return (
    <PlacePage head={head} station="plan" title={t("title")}>
      <ProposalSection view={view} kit={kit} />
      {view.shown === null || answer === null || answer.status === "infeasible" ? null : (
        <AnswerSections shown={view.shown} answer={answer} kit={kit} />
      )}
      <Section id="ramar" title={t("limits.title")} side={<p>{t("limits.side")}</p>}>
        {kit.mayEdit ? <LimitsForm view={view} kit={kit} /> : <p>{t("limits.viewer")}</p>}
      </Section>
      <EarlierSection view={view} kit={kit} />
    </PlacePage>
  );
}

function EarlierSection({ view, kit }: { readonly view: ReadyPackage; readonly kit: PackageKit }) {
  const { t, format, head } = kit;
  if (view.all.length < 2) return null;
  return (
    <Section id="tidigare" title={t("earlier.title")} side={<p>{t("earlier.side")}</p>}>
      <DataTable
        caption={t("earlier.title")}
        hideCaption
        cards
        columns={[
          { key: "when", label: t("earlier.when"), cardLabel: false },
          { key: "by", label: t("earlier.by") },
          { key: "status", label: t("earlier.status") },
        ]}
        rows={view.all.map((one) => ({
          key: one.id,
          cells: [
            one.id === view.shown?.id ? (
              <strong key="when">{format.moment(one.createdAt)}</strong>
            ) : (
              <PageLink key="when" href={placePaths(head.place.id).proposal(one.id)}>
                {format.moment(one.createdAt)}
              </PageLink>
            ),
            one.createdBy.name ?? t("someone"),
            t(`status.${one.status}`),
          ],
        }))}
      />
    </Section>
  );
}
