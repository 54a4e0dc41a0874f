import type { FactView, PlaceHead, ProfileView } from "@hp/contracts";
import { CoverageBar, Filters, LinkButton, Section } from "@hp/ui";
import { readerLocale, type Say, say } from "../place/kit.ts";
import { NextStepSection } from "../place/next-step-section.tsx";
import { PageLink } from "../place/page-link.tsx";
import { PlacePage } from "../place/place-page.tsx";
import { factAnchor, placePaths } from "../place/place-paths.ts";
import { readerFormat } from "../place/reader-format.ts";
import { type FactKit, FactRow, isField } from "./fact-row.tsx";
import { type FactWords, FactWordsProvider } from "./fact-words.tsx";
import { IndicatorsSection } from "./indicators-section.tsx";

/** What the address asks for. */
export interface ProfileQuery {
  /** Only what the reader can answer and nobody has. */
  readonly onlyOpen: boolean;
  /** The open figure to correct by hand. */
  readonly correcting: string | null;
  /** The precondition that a link leads to: it is in sight. */
  readonly sought: string | null;
}

/** What the place is like: figures from open data, and what its own people know, each answered by those who know. */
export async function ProfilePage({
  head,
  profile,
  query,
}: {
  readonly head: PlaceHead;
  readonly profile: ProfileView;
  readonly query: ProfileQuery;
}) {
  const t = await say("profile");
  const locale = await readerLocale();
  const format = readerFormat(locale);
  const kit: FactKit = { head, t, format, correcting: query.correcting };
  const facts = profile.groups.flatMap((group) => group.facts);
  const open = facts.filter((fact) => isField(fact) && fact.state === "unanswered");
  const groups = query.onlyOpen
    ? profile.groups
        .map((group) => ({ ...group, facts: group.facts.filter((fact) => open.includes(fact)) }))
        .filter((group) => group.facts.length > 0)
    : profile.groups;
  const address = placePaths(head.place.id).profile;
  return (
    <PlacePage head={head} station="profile" title={t("title")}>
      <ProgressSection head={head} profile={profile} open={open} t={t} />
      {query.onlyOpen ? null : <IndicatorsSection head={head} profile={profile} t={t} format={format} />}
      <FactWordsProvider value={{ placeId: head.place.id, back: address, locale, words: factWords(t) }}>
        <div id="egna" className="border-t border-line pt-12">
          <Filters
            label={t("filter.label")}
            link={PageLink}
            items={[
              { href: `${address}#egna`, label: t("filter.all", { count: facts.length }), current: !query.onlyOpen },
              { href: `${address}?visa=obesvarade#egna`, label: t("filter.open", { count: open.length }), current: query.onlyOpen },
            ]}
          />
          {groups.length === 0 ? <p className="say say-xl">{t("filter.none")}</p> : null}
          {groups.map((group) => (
            <Section key={group.key} id={`grupp-${group.key}`} title={group.label} side={<p>{groupState(group.facts, t)}</p>}>
              <FactGroup facts={group.facts} sought={query.correcting ?? query.sought} kit={kit} />
            </Section>
          ))}
        </div>
      </FactWordsProvider>
      {head.nextStep.key === "fill_profile" && head.nextStep.mine ? null : <NextStepSection head={head} />}
    </PlacePage>
  );
}

/** What people are asked, and apart from it what open data have filled in and what is computed. */
function FactGroup({ facts, sought, kit }: { readonly facts: readonly FactView[]; readonly sought: string | null; readonly kit: FactKit }) {
  const given = facts.filter(({ askedOf }) => askedOf === "openData" || askedOf === "derived");
  const asked = facts.filter((fact) => !given.includes(fact));
  const list = (some: readonly FactView[]) => (
    <ul className="facts">
      {some.map((fact) => (
        <FactRow key={fact.key} fact={fact} kit={kit} />
      ))}
    </ul>
  );
  if (given.length === 0) return list(asked);
  const known = given.filter(({ state }) => state === "known").length;
  return (
    <div className="stack-6">
      {asked.length === 0 ? null : list(asked)}
      <details open={given.some(({ key }) => key === sought)}>
        <summary>{kit.t("given", { known, total: given.length })}</summary>
        <div className="pt-4">{list(given)}</div>
      </details>
    </div>
  );
}

function groupState(facts: readonly FactView[], t: Say): string {
  const counted = facts.filter(({ askedOf }) => askedOf !== "derived");
  return t("group", { answered: counted.filter(({ state }) => state !== "unanswered").length, total: counted.length });
}

function ProgressSection({
  head,
  profile,
  open,
  t,
}: {
  readonly head: PlaceHead;
  readonly profile: ProfileView;
  readonly open: readonly FactView[];
  readonly t: Say;
}) {
  const { known, unknown, unanswered, total } = profile.progress;
  const [first] = open;
  return (
    <Section id="lage" title={t("progress.title")} side={<p>{t("progress.side")}</p>}>
      <div className="stack-6">
        <p className="say">{unanswered === 0 ? t("progress.all", { total, unknown }) : t("progress.some", { known, total, unanswered })}</p>
        <p>
          <CoverageBar done={known + unknown} total={total}>
            {t("progress.counts", { answered: known + unknown, total, unknown })}
          </CoverageBar>
        </p>
        {first === undefined ? (
          <p className="measure">{head.me.role === "viewer" ? t("progress.viewer") : unanswered > 0 ? t("progress.others") : null}</p>
        ) : (
          <p className="actions">
            <LinkButton
              href={`#${factAnchor(first.key)}`}
              variant={head.nextStep.key === "fill_profile" && head.nextStep.mine ? "go" : "plain"}
            >
              {t("progress.begin", { label: first.label })}
            </LinkButton>
            <span className="small muted">{t("progress.mine", { count: open.length })}</span>
          </p>
        )}
      </div>
    </Section>
  );
}

function factWords(t: Say): FactWords {
  return {
    yes: t("value.yes"),
    no: t("value.no"),
    unknown: t("value.unknown"),
    none: t("value.none"),
    choose: t("words.choose"),
    save: t("words.save"),
    saving: t("words.saving"),
    saved: t("words.saved"),
    notSaved: t("words.notSaved"),
    errorWord: t("words.error"),
    helpSummary: t("help.summary"),
    helpExample: t("help.example"),
    conflict: {
      title: t("conflict.title"),
      caption: t("conflict.caption"),
      field: t("conflict.field"),
      mine: t("conflict.mine"),
      saved: t("conflict.saved"),
      savedBy: t("conflict.savedBy"),
      differs: t("conflict.differs"),
      keepMine: t("conflict.keepMine"),
      takeSaved: t("conflict.takeSaved"),
    },
  };
}
