import type { DraftSummary } from "@hp/contracts";
import { Section } from "@hp/ui";
import { DraftFrame } from "../content/content-frame.tsx";
import { readerLocale, type Say, say } from "../place/kit.ts";
import { FileExport } from "./file-export.tsx";
import { FileImport } from "./file-import.tsx";
import type { CountWords } from "./file-words.ts";

// In both languages every count but one is written alike, so the text of none is that of any with its figure replaced.
const countWords = (t: Say, key: string): CountWords => ({
  one: t(key, { count: 1 }),
  other: t(key, { count: 0 }).replace("0", "{count}"),
});

/** The draft as a file: to fetch, and to read in. */
export async function FilePage({ draft }: { readonly draft: DraftSummary }) {
  const locale = await readerLocale();
  const [t, more] = [await say("draft.file"), await say("editorMore")];
  const isReadOnly = draft.status === "published" || draft.status === "discarded";
  return (
    <DraftFrame draft={draft} page="file">
      <Section id="hamta" title={t("export.title")} side={<p>{t("export.side")}</p>}>
        <FileExport
          draftId={draft.id}
          words={{ xlsx: t("export.xlsx"), yaml: t("export.yaml"), busy: more("file.fetching"), done: t("export.done") }}
        />
      </Section>
      {isReadOnly ? null : (
        <Section id="las-in" title={t("import.title")} side={<p>{t("import.side")}</p>}>
          <FileImport
            draftId={draft.id}
            locale={locale}
            words={{
              choose: t("import.choose"),
              read: t("import.read"),
              reading: t("import.reading"),
              apply: t("import.apply"),
              applying: t("import.applying"),
              done: t("import.done"),
              row: t("import.row"),
              field: t("import.field"),
              problem: t("import.problem"),
              nothing: t("import.nothing"),
              tooLarge: t("import.tooLarge"),
              showList: more("file.showList"),
              problems: countWords(t, "import.problems"),
              added: countWords(t, "import.added"),
              changed: countWords(t, "import.changed"),
              unchanged: countWords(t, "import.unchanged"),
              notInFile: countWords(t, "import.notInFile"),
            }}
          />
        </Section>
      )}
    </DraftFrame>
  );
}
