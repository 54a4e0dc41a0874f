import type { InvitationOffer } from "@hp/contracts";
import { Button, ErrorSummary, RadioGroupField, Section, TextField } from "@hp/ui";
import { getTranslations } from "next-intl/server";

/** Role groups of each kind of organisation, in the order they are offered. */
const groups = {
  municipality: ["politicians", "administration", "municipal_companies"],
  company: ["management", "hr", "employees"],
  coordinator: [],
} as const satisfies Record<InvitationOffer["organisationKind"], readonly NonNullable<InvitationOffer["roleGroup"]>[]>;

/** Props of {@link InvitationOfferView}. */
export interface InvitationOfferProps {
  readonly token: string;
  readonly offer: InvitationOffer;
  /** Fields that were refused. */
  readonly refused: readonly string[];
}

/** An open invitation: what it is, what becomes of one's answers, and the form that accepts it. */
export async function InvitationOfferView({ token, offer, refused }: InvitationOfferProps) {
  const t = await getTranslations("invitation");
  const shell = await getTranslations("shell");
  const { placeName: place, organisationName: organisation, organisationKind: kind } = offer;
  const choices = offer.roleGroup === null && offer.role !== "viewer" ? groups[kind] : [];
  const errors = {
    name: refused.includes("name") ? t("nameError") : undefined,
    roleGroup: refused.includes("roleGroup") ? t("roleGroupError") : undefined,
  };
  const listed = [
    ...(errors.name === undefined ? [] : [{ fieldId: "name", message: errors.name }]),
    ...(errors.roleGroup === undefined ? [] : [{ fieldId: "roleGroup-0", message: errors.roleGroup }]),
  ];
  return (
    <div className="wrap">
      <div className="place stack-6">
        <p className="crumb">{t("crumb")}</p>
        <h1>{place}</h1>
        <p className="lead">
          {offer.invitedByName === null
            ? t("lead", { place, organisation })
            : t("leadBy", { inviter: offer.invitedByName, place, organisation })}
        </p>
        <p className="measure">{t(`role.${offer.role}`)}</p>
      </div>
      <Section id="tacka-ja" title={t("form")} side={<p>{t("formSide", { email: offer.email })}</p>}>
        <form action={`/inbjudan/${token}/acceptera`} method="post" className="stack-6 measure">
          <ErrorSummary title={shell("toMend")} errors={listed} />
          <TextField
            name="name"
            label={t("name")}
            hint={t("nameHint")}
            error={errors.name}
            defaultValue={offer.name ?? ""}
            autoComplete="name"
            required
            maxLength={80}
          />
          {choices.length === 0 ? null : (
            <RadioGroupField
              name="roleGroup"
              label={t("roleGroup")}
              hint={t("roleGroupHint")}
              error={errors.roleGroup}
              required
              options={choices.map((value) => ({ value, label: t(`group.${value}`) }))}
            />
          )}
          <Button type="submit" variant="go">
            {t("submit")}
          </Button>
        </form>
      </Section>
      {kind === "coordinator" || offer.role === "viewer" ? null : (
        <Section id="dina-svar" title={t("shown.title")}>
          <p className="measure">{t(`shown.${kind}`)}</p>
        </Section>
      )}
    </div>
  );
}
