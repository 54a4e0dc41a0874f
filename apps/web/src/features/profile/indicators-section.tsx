import type { IndicatorRow, PlaceHead, ProfileView } from "@hp/contracts";
import { FactRow, Legend, Section } from "@hp/ui";
import { Strip, Twin } from "../place/from-data.tsx";
import type { Say } from "../place/kit.ts";
import type { ReaderFormat } from "../place/reader-format.ts";
import { rankSentence } from "./rank-sentence.ts";

interface Props {
  readonly head: PlaceHead;
  readonly profile: ProfileView;
  readonly t: Say;
  readonly format: ReaderFormat;
}

const written = (row: IndicatorRow, value: number | null, { t, format }: Pick<Props, "t" | "format">) =>
  value === null ? t("value.noData") : format.fixed(value, row.decimals);

// One decimal more than is written: enough for a drawing 330 units wide, and a third of the bytes.
const drawn = (row: IndicatorRow, value: number | null) => (value === null ? null : Number(value.toFixed(row.decimals + 1)));

/** The lowest and the highest of the similar ones, by name; names that tie share. */
function ends(row: IndicatorRow, kit: Pick<Props, "t" | "format">): [string, string] {
  const known = row.peers
    .filter((peer): peer is IndicatorRow["peers"][number] & { value: number } => peer.value !== null)
    .sort((a, b) => a.value - b.value);
  const [low, high] = [known[0], known.at(-1)];
  const text = (peer: (typeof known)[number] | undefined) =>
    peer === undefined ? "" : `${peer.name} ${kit.format.fixed(peer.value, row.decimals)}`;
  return [text(low), text(high)];
}

/** Figures about the municipality beside those of the seven that are like it; alphabetical in the table, never a league. */
export function IndicatorsSection(props: Props) {
  const { head, profile, t } = props;
  const name = profile.indicators.length === 0 ? head.place.name : head.place.municipalityName.replace(/s? kommun$/, "");
  const rows = [
    {
      key: head.place.municipalityCode,
      tone: "mine" as const,
      cells: [head.place.municipalityName, ...profile.indicators.map((row) => written(row, row.value, props))],
    },
    ...profile.similar.map(({ code, name: peerName }) => ({
      key: code,
      cells: [
        peerName,
        ...profile.indicators.map((row) => written(row, row.peers.find((peer) => peer.code === code)?.value ?? null, props)),
      ],
    })),
  ];
  return (
    <Section
      id="oppna-data"
      title={t("indicators.title")}
      side={
        <>
          <p>{t("indicators.side")}</p>
          <Legend
            items={[
              { mark: "here", label: head.place.municipalityName },
              { mark: "similar", label: t("indicators.similar") },
            ]}
          />
          <p>{t("indicators.group", { group: profile.municipalityGroup })}</p>
        </>
      }
    >
      <ul className="facts">
        {profile.indicators.map((row) => {
          const rank = rankSentence(row, t);
          return (
            <FactRow
              key={row.key}
              title={row.label}
              source={row.period === "" ? row.sourceLine : `${row.period}. ${row.sourceLine}`}
              value={written(row, row.value, props)}
              unit={row.unit}
            >
              <Strip
                values={row.peers.map(({ value }) => drawn(row, value))}
                place={{ label: name, value: drawn(row, row.value) }}
                ends={ends(row, props)}
              >
                {[rank, row.caution].filter(Boolean).join(" ")}
              </Strip>
            </FactRow>
          );
        })}
      </ul>
      <Twin
        summary={t("showTable")}
        table={{
          caption: t("indicators.caption", { municipality: head.place.municipalityName }),
          columns: [
            { key: "name", label: t("indicators.municipality") },
            ...profile.indicators.map(({ key, label }) => ({ key, label, align: "end" as const })),
          ],
          rows,
        }}
      />
    </Section>
  );
}
