import type { PlaceHead } from "@hp/contracts";
import { roleGroupsOf } from "@hp/domain/access";
import { RadioGroupField } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import type { Say } from "../place/kit.ts";

/** Which role group one answers in: it decides how one's answers are counted. */
export function RoleGroupForm(props: { readonly head: PlaceHead; readonly back: string; readonly t: Say; readonly next?: string }) {
  const { head, back, t, next } = props;
  const groups = roleGroupsOf[head.me.party === "industry" ? "company" : "municipality"];
  return (
    <CallForm
      call="member.setRoleGroup"
      hidden={{ placeId: head.place.id }}
      back={back}
      next={next}
      variant={next === undefined ? "plain" : "go"}
      submit={next === undefined ? t("roleGroup.submit") : t("roleGroup.goOn")}
      busy={t("roleGroup.busy")}
      done={t("roleGroup.done")}
      errorTitle={t("errorTitle")}
      fieldIds={{ roleGroup: "roleGroup-0" }}
    >
      <RadioGroupField
        name="roleGroup"
        label={t("roleGroup.label")}
        hint={t("roleGroup.hint")}
        defaultValue={head.me.roleGroup ?? undefined}
        required
        options={groups.map((group) => ({ value: group, label: t(`group.${group}`) }))}
      />
    </CallForm>
  );
}
