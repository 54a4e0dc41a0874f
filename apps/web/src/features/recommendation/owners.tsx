import { PartyName } from "@hp/ui";
import { Fragment, type ReactNode } from "react";
import type { AdviceItem, AdviceKit } from "./advice-kit.ts";

/** Who is responsible: the one who leads first. The parties have their shapes. */
export function Owners({ owners, kit }: { readonly owners: AdviceItem["owners"]; readonly kit: AdviceKit }) {
  const { t } = kit;
  const name = (owner: AdviceItem["owners"][number], index: number): ReactNode => {
    const words = t(index === 0 ? `owner.${owner}` : `ownerInText.${owner}`);
    if (owner === "municipality" || owner === "company")
      return <PartyName party={owner === "company" ? "industry" : "municipality"}>{words}</PartyName>;
    return words;
  };
  return owners.map((owner, index) => (
    <Fragment key={owner}>
      {index === 0 ? null : index === owners.length - 1 ? ` ${t("and")} ` : ", "}
      {name(owner, index)}
    </Fragment>
  ));
}
