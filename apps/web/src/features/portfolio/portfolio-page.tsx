import type { PortfolioView } from "@hp/contracts";
import { DemoNote, Filters, LinkButton, NextStep } from "@hp/ui";
import { readerLocale, say } from "../place/kit.ts";
import { stepHref, stepSentence } from "../place/next-step-section.tsx";
import { PageLink } from "../place/page-link.tsx";
import { readerFormat } from "../place/reader-format.ts";
import { PlacesMap } from "./places-map.tsx";
import { PlacesTable, type PortfolioKit } from "./places-table.tsx";
import { countWaiting, type WaitingFilter, waitingFilters, waitingPlaces } from "./waiting.ts";

const address = "/mina-platser";

/** A person's own places: where each stands, and what waits on whom. One's own turn comes first. */
export async function PortfolioPage({
  portfolio,
  filter,
  now,
}: {
  readonly portfolio: PortfolioView;
  readonly filter: WaitingFilter | null;
  readonly now: number;
}) {
  const kit: PortfolioKit = { t: await say("portfolio"), place: await say("place"), format: readerFormat(await readerLocale()), now };
  const { t } = kit;
  const { places } = portfolio;
  if (places.length === 0) return <NoPlaces kit={kit} />;
  const count = { places: places.length, ...countWaiting(portfolio) };
  const first = places.find(({ nextStep }) => nextStep.mine && nextStep.waitsOn.length > 0);
  const hasDemo = places.some(({ isDemo }) => isDemo);
  return (
    <>
      {hasDemo ? (
        <DemoNote label={kit.place("demo.label")} strong={kit.place("demo.strong")}>
          {t("demo")}
        </DemoNote>
      ) : null}
      <div className="wrap place">
        <div className="cols cols-wide items-center">
          <div className="stack-6">
            <h1>{t("title")}</h1>
            <p className="lead">
              {(["places", "mine", "others", "none"] as const)
                .filter((key) => count[key] > 0)
                .map((key) => kit.format.upper(t(`say.${key}`, { count: count[key], number: kit.format.count(count[key]) })))
                .join(" ")}
            </p>
            <p className="small muted measure">{t("order")}</p>
            {first === undefined ? null : (
              <NextStep
                kind="mine"
                label={kit.place("nextStep.title.mine")}
                say={
                  <span className="say-xl">
                    {t("turn", { place: first.name, step: stepSentence(first.nextStep, kit.place, kit.format) })}
                  </span>
                }
                action={
                  <LinkButton href={stepHref(first.nextStep, first.placeId)} variant="go" link={PageLink}>
                    {kit.place(`nextStep.${first.nextStep.key}.action`)}
                  </LinkButton>
                }
              />
            )}
          </div>
          <PlacesMap places={places} label={t("map", { places: kit.format.list(places.map(({ name }) => name)) })} />
        </div>
      </div>
      <div className="wrap">
        <section className="py-12" aria-labelledby="lista-h">
          <h2 id="lista-h" className="vh">
            {t("list")}
          </h2>
          <Filters
            label={t("filter.label")}
            link={PageLink}
            items={[
              { href: address, label: t("filter.all", { count: places.length }), current: filter === null },
              ...waitingFilters.map((one) => ({
                href: `${address}?vantar=${one}`,
                label: t(`filter.${one}`, { count: waitingPlaces(portfolio, one).length }),
                current: filter === one,
              })),
            ]}
          />
          <PlacesTable places={waitingPlaces(portfolio, filter)} kit={kit} />
          <p className="actions mt-8">
            <LinkButton href={`${address}/ny`} link={PageLink}>
              {t("add")}
            </LinkButton>
          </p>
        </section>
      </div>
    </>
  );
}

function NoPlaces({ kit: { t } }: { readonly kit: PortfolioKit }) {
  return (
    <div className="wrap place">
      <div className="stack-6">
        <h1>{t("title")}</h1>
        <NextStep
          kind="mine"
          say={t("empty.say")}
          action={
            <LinkButton href={`${address}/ny`} variant="go" link={PageLink}>
              {t("add")}
            </LinkButton>
          }
        />
        <p className="measure">{t("empty.text")}</p>
      </div>
    </div>
  );
}
