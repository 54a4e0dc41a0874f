import type { ActivityRow } from "@hp/contracts";
import { PartyName, Section } from "@hp/ui";
import { readerLocale, say } from "./kit.ts";
import { readerFormat } from "./reader-format.ts";

/** What has happened lately: who did what, newest first. */
export async function ActivitySection({ activity }: { readonly activity: readonly ActivityRow[] }) {
  const t = await say("place.overview.activity");
  const actions = await say("place.activity");
  const format = readerFormat(await readerLocale());
  const told = activity.filter(({ action }) => actions.has(action));
  return (
    <Section id="senast" title={t("title")} side={<p>{t("side")}</p>}>
      {told.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <ul className="plain">
          {told.map((row) => (
            <li key={`${row.at} ${row.action} ${row.values.title ?? row.values.label ?? ""}`}>
              {row.party === null ? (
                <strong>{row.actorName ?? t("someone")}</strong>
              ) : (
                <PartyName party={row.party}>{row.actorName ?? t("someone")}</PartyName>
              )}{" "}
              {actions(row.action, row.values)}{" "}
              <span className="muted nowrap">
                {format.shortDay(row.at)} {format.time(row.at)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
