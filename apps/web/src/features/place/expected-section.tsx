import type { Expectation } from "@hp/contracts";
import { Legend, PartyName, Section } from "@hp/ui";
import { ExpectedChange, Figure } from "./from-data.tsx";
import { say } from "./kit.ts";
import { type ReaderFormat, signed } from "./reader-format.ts";

type Dimension = Expectation["dimensions"][number];
const gainOf = ({ place }: Dimension) => place.after.expected - place.now;

/** What some measures are expected to do, by dimension; with both parties' scores in the table. Nothing where none moves. */
export async function ExpectedSection({
  expected,
  title,
  lead,
  format,
}: {
  readonly expected: Pick<Expectation, "dimensions">;
  readonly title: string;
  /** A sentence about the whole, instead of the one about what moves most. */
  readonly lead?: string;
  readonly format: ReaderFormat;
}) {
  const [first] = expected.dimensions;
  if (first === undefined) return null;
  const t = await say("expected");
  const whole = (value: number) => format.number(value, 0);
  const ofParty = (score: Dimension["municipality"]) =>
    score === null ? t("noScore") : t("fromTo", { now: whole(score.now), after: whole(score.after.expected) });
  return (
    <Section
      id="effekt"
      title={title}
      side={
        <>
          <Legend
            items={[
              { mark: "now", label: t("now") },
              { mark: "perceived", label: t("after") },
            ]}
          />
          <p>{t("side")}</p>
        </>
      }
    >
      <Figure
        say={lead ?? t("say", { name: format.lower(first.name), now: whole(first.place.now), after: whole(first.place.after.expected) })}
        twin={{
          summary: t("showTable"),
          table: {
            caption: title,
            columns: [
              { key: "area", label: t("area") },
              { key: "now", label: t("now"), align: "end" },
              { key: "after", label: t("after"), align: "end", nowrap: true },
              { key: "change", label: t("change"), align: "end" },
              { key: "municipality", label: <PartyName party="municipality">{t("municipality")}</PartyName>, align: "end", nowrap: true },
              { key: "industry", label: <PartyName party="industry">{t("industry")}</PartyName>, align: "end", nowrap: true },
            ],
            rows: expected.dimensions.map((one) => ({
              key: one.id,
              cells: [
                one.name,
                whole(one.place.now),
                `${whole(one.place.after.expected)} (${format.interval(one.place.after.low, one.place.after.high)})`,
                signed(gainOf(one), format),
                ofParty(one.municipality),
                ofParty(one.industry),
              ],
            })),
          },
        }}
        source={t("source")}
      >
        <ExpectedChange
          rows={expected.dimensions.map((one) => ({
            id: one.id,
            label: one.name,
            now: one.place.now,
            after: one.place.after,
            change: signed(gainOf(one), format),
          }))}
        />
      </Figure>
    </Section>
  );
}
