import type { DraftView } from "@hp/contracts";
import { Section } from "@hp/ui";
import { DraftFrame } from "../content/content-frame.tsx";
import { readerLocale, say } from "../place/kit.ts";
import { moreWords } from "./editor-more-kit.ts";
import { effectLevels } from "./effect-grid.ts";
import { EffectGrid } from "./effect-grid-view.tsx";

/** The effects of all measures of a draft, as a grid. */
export async function EffectsPage({ view }: { readonly view: DraftView }) {
  const locale = await readerLocale();
  const [t, words] = [await say("editorMore"), await moreWords("grid")];
  const { draft } = view;
  const isReadOnly = draft.status === "published" || draft.status === "discarded";
  return (
    <DraftFrame draft={draft} page="effects">
      <Section
        id="effekter"
        title={t("grid.title")}
        side={
          <>
            <p>{t("grid.side")}</p>
            <ul className="effect-legend">
              {effectLevels.map((level) => (
                <li key={level}>
                  <span className={`level level-${level}`}>{level}</span> {t(`grid.level.${level}`)}
                </li>
              ))}
              <li>
                <span className="level level-2 level-main">2</span> {t("grid.mainMark")}
              </li>
            </ul>
            <p id="effekt-hur">{t(isReadOnly ? "grid.howToRead" : "grid.howTo")}</p>
          </>
        }
      >
        <EffectGrid
          draftId={draft.id}
          rows={view.measures.map((row) => ({
            key: row.key,
            title: row.title[locale] === "" ? t("grid.noTitle") : row.title[locale],
            mainDimension: row.mainDimension,
            isRetired: row.retired,
            version: row.version,
            effects: row.effects,
            wanted: {},
            refused: {},
          }))}
          columns={view.dimensions.map(({ key, title }) => ({ id: key, title: title[locale] === "" ? key : title[locale] }))}
          labelledBy="effekter-h"
          words={words}
          isReadOnly={isReadOnly}
        />
      </Section>
    </DraftFrame>
  );
}
