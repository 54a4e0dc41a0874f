import type { DifferenceView } from "@hp/contracts";
import { Section } from "@hp/ui";
import { readerLocale, say } from "../place/kit.ts";
import { ContentFrame } from "./content-frame.tsx";
import { DifferenceList } from "./difference-list.tsx";

/** What differs between two published versions. */
export async function DifferencePage({
  difference,
  kind,
}: {
  readonly difference: DifferenceView;
  readonly kind: "instrument" | "catalogue";
}) {
  const t = await say("content");
  const locale = await readerLocale();
  const title = t(`difference.title.${kind}`, { from: difference.from[kind], to: difference.to[kind] ?? "" });
  return (
    <ContentFrame title={title}>
      <Section id="skillnad" title={t("difference.heading")} side={<p>{t("difference.side")}</p>}>
        <DifferenceList lines={difference.lines} t={t} locale={locale} />
      </Section>
    </ContentFrame>
  );
}
