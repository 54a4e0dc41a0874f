import type { NotAdvised } from "@hp/contracts";
import { Button, Filters, Section, TextField } from "@hp/ui";
import { PageLink } from "../place/page-link.tsx";
import { placePaths } from "../place/place-paths.ts";
import type { AdviceKit, AdviceRunView } from "./advice-kit.ts";
import { WhyNotList, type WhyNotRow } from "./why-not-list.tsx";

/** What the address asks for: words to look for, and a reason. */
export interface WhyNotQuery {
  readonly search: string;
  readonly status: NotAdvised["status"] | "all" | null;
  /** From 1: so many measures make a page too heavy for a phone on a slow line. */
  readonly page: number;
}

const statuses = ["held_back", "excluded", "open", "in_place", "done"] as const;
const shownAtFirst = 6;
const shownOnPage = 36;

/** Reads `?sok=`, `?lage=` and `?sida=` of the address. */
export function readWhyNotQuery(params: Readonly<Record<string, string | string[] | undefined>>): WhyNotQuery {
  const one = (name: string) => (typeof params[name] === "string" ? params[name].slice(0, 80) : "");
  const status = one("lage");
  return {
    search: one("sok").trim(),
    status: status === "alla" ? "all" : (statuses.find((known) => known === status) ?? null),
    page: /^[1-9]$/.test(one("sida")) ? Number(one("sida")) : 1,
  };
}

/** The address that asks for this. */
function addressOf(address: string, { search, status, page }: WhyNotQuery): string {
  const parameters = new URLSearchParams();
  if (search !== "") parameters.set("sok", search);
  if (status !== null) parameters.set("lage", status === "all" ? "alla" : status);
  if (page > 1) parameters.set("sida", String(page));
  return `${address}${parameters.size === 0 ? "" : `?${parameters}`}#varfor-inte`;
}

// Without marks and capitals, so that "forskola" finds "förskola".
const plain = (text: string) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

const rowOf = (one: NotAdvised, { t, indexOf, mayEdit }: AdviceKit): WhyNotRow => ({
  id: one.id,
  title: one.title,
  state: `${t(`status.${one.status}`)}. ${one.dimension}.`,
  why: one.why,
  wouldChange: one.wouldChange,
  plan: one.inPlan ? "in" : mayEdit && one.status !== "done" ? indexOf(one.id) : null,
});

/** "Why not?" for every measure that is not advised, by words or by reason; both live in the address. */
export function WhyNotSection({ run, kit, query }: { readonly run: AdviceRunView; readonly kit: AdviceKit; readonly query: WhyNotQuery }) {
  const { t, head } = kit;
  const address = placePaths(head.place.id).advice;
  const words = plain(query.search).split(/\s+/).filter(Boolean);
  const matches = run.notAdvised.filter((one) => {
    const text = plain(`${one.title} ${one.dimension} ${one.why}`);
    return words.every((word) => text.includes(word)) && (query.status === null || query.status === "all" || one.status === query.status);
  });
  const isAsked = words.length > 0 || query.status !== null;
  const pages = Math.max(Math.ceil(matches.length / shownOnPage), 1);
  const page = Math.min(query.page, pages);
  const shown = isAsked ? matches.slice((page - 1) * shownOnPage, page * shownOnPage) : matches.slice(0, shownAtFirst);
  const count = (status: NotAdvised["status"]) => run.notAdvised.filter((one) => one.status === status).length;
  return (
    <Section
      id="varfor-inte"
      title={t("whyNot.title")}
      side={<p>{t("whyNot.side", { count: run.notAdvised.length, total: run.catalogueSize })}</p>}
    >
      <div className="stack-6">
        <form method="get" action={`${address}#varfor-inte`} className="flex flex-wrap items-end gap-3">
          <TextField name="sok" type="search" label={t("whyNot.search")} defaultValue={query.search} width="m" maxLength={80} />
          <Button type="submit">{t("whyNot.submit")}</Button>
        </form>
        <Filters
          label={t("whyNot.filter")}
          link={PageLink}
          items={[
            {
              href: addressOf(address, { search: "", status: "all", page: 1 }),
              label: t("whyNot.all", { count: run.notAdvised.length }),
              current: query.status === "all",
            },
            ...statuses
              .filter((status) => count(status) > 0)
              .map((status) => ({
                href: addressOf(address, { search: "", status, page: 1 }),
                label: t("whyNot.status", { status: t(`status.${status}`), count: count(status) }),
                current: query.status === status,
              })),
          ]}
        />
        <p className="small muted" role="status">
          {isAsked ? t("whyNot.found", { count: matches.length }) : t("whyNot.first", { count: shown.length })}
        </p>
        <WhyNotList
          key={`${query.search} ${query.status} ${page}`}
          rows={shown.map((one) => rowOf(one, kit))}
          isOpen={words.length > 0 && matches.length <= 5}
          planHref={placePaths(head.place.id).plan}
          words={{ wouldChange: t("reason.wouldChange"), inPlan: t("inPlan"), toPlan: t("toPlan") }}
        />
        {isAsked && pages > 1 ? (
          <Filters
            label={t("whyNot.pages")}
            link={PageLink}
            items={Array.from({ length: pages }, (_, index) => ({
              href: addressOf(address, { ...query, page: index + 1 }),
              label: t("whyNot.page", { from: index * shownOnPage + 1, to: Math.min((index + 1) * shownOnPage, matches.length) }),
              current: index + 1 === page,
            }))}
          />
        ) : null}
        {isAsked ? (
          <p className="small">
            <PageLink href={`${address}#varfor-inte`}>{t("whyNot.clear")}</PageLink>
          </p>
        ) : null}
      </div>
    </Section>
  );
}
