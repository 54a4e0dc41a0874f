import { randomUUID } from "node:crypto";
import type { PlaceHit, PortfolioView } from "@hp/contracts";
import { firstFailureWords } from "../place/failure-words.ts";
import { Announcer } from "../place/form/announcer.tsx";
import { FailureWordsProvider } from "../place/form/failure-words.tsx";
import { Problem } from "../place/form/problem.tsx";
import { readerLocale, say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { NewPlaceForm } from "./new-place-form.tsx";
import { choiceOf } from "./place-choice.ts";

/** Adding a place: find it, name it, and the first time say who coordinates. Works without scripts by a search form. */
export async function NewPlacePage({
  portfolio,
  search,
  hits,
}: {
  readonly portfolio: PortfolioView;
  readonly search: string;
  readonly hits: readonly PlaceHit[];
}) {
  const t = await say("portfolio");
  const locale = await readerLocale();
  const hitWords = { locality: t("new.locality"), municipality: t("new.municipality"), population: t("new.population") };
  const choices = hits.map((hit) => choiceOf(hit, hitWords, locale));
  return (
    <FailureWordsProvider words={await firstFailureWords()}>
      <div className="wrap place">
        <p className="crumb">
          <PageLink href="/mina-platser">{t("title")}</PageLink>
        </p>
        <h1>{t("new.title")}</h1>
      </div>
      <div className="wrap">
        <div className="py-12 stack-8">
          <Problem />
          <p className="say">{t("new.say")}</p>
          <NewPlaceForm
            search={search}
            choices={choices}
            idempotencyKey={randomUUID()}
            needsOrganisation={portfolio.coordinates.length === 0}
            organisation={portfolio.coordinates[0]?.name ?? null}
            words={{
              search: t("new.search"),
              searchHint: t("new.searchHint"),
              find: t("new.find"),
              results: t("new.results"),
              none: t("new.none"),
              count: t("new.count"),
              chosen: t("new.chosen"),
              ...hitWords,
              name: t("new.name"),
              nameHint: t("new.nameHint"),
              organisation: t("new.organisation"),
              organisationHint: t("new.organisationHint"),
              coordinates: t("new.coordinates"),
              submit: t("new.submit"),
              busy: t("new.busy"),
              errorTitle: t("new.errorTitle"),
            }}
            locale={locale}
          />
        </div>
      </div>
      <Announcer />
    </FailureWordsProvider>
  );
}
