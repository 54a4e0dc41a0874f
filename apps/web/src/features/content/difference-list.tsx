import type { DifferenceLine } from "@hp/contracts";
import { Disclosure } from "@hp/ui";
import type { ReaderLocale, Say } from "../place/kit.ts";

const effects = ["advice", "plan", "text"] as const;

/** What differs, in words: first what changes advice, then what changes plans, and text by itself last. */
export function DifferenceList({
  lines,
  t,
  locale,
}: {
  readonly lines: readonly DifferenceLine[];
  readonly t: Say;
  readonly locale: ReaderLocale;
}) {
  if (lines.length === 0) return <p className="say">{t("difference.none")}</p>;
  return (
    <div className="stack-8">
      {effects.map((effect) => {
        const some = lines.filter((line) => line.effect === effect);
        return some.length === 0 ? null : (
          <section key={effect} className="stack-2" aria-labelledby={`skillnad-${effect}`}>
            <h3 id={`skillnad-${effect}`}>{t(`difference.effect.${effect}`, { count: some.length })}</h3>
            {effect === "text" && some.length > 12 ? (
              <Disclosure summary={t("difference.showText")}>
                <Lines lines={some} locale={locale} />
              </Disclosure>
            ) : (
              <Lines lines={some} locale={locale} />
            )}
          </section>
        );
      })}
    </div>
  );
}

function Lines({ lines, locale }: { readonly lines: readonly DifferenceLine[]; readonly locale: ReaderLocale }) {
  return (
    <ul className="plain measure">
      {lines.map((line, index) => (
        // Several lines may say the same of one measure: their order is all that tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes in place
        <li key={`${line.key} ${index}`}>{line.sentence[locale]}</li>
      ))}
    </ul>
  );
}
