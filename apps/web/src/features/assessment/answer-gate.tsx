import type { PlaceHead } from "@hp/contracts";
import { LinkButton } from "@hp/ui";
import { RoleGroupForm } from "../member/role-group-form.tsx";
import { say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { placePaths } from "../place/place-paths.ts";
import { AnswerFrame } from "./answer-frame.tsx";

/** Before the first step: the role group, since it decides how answers are counted. */
export async function RoleGroupStep({ head, next }: { readonly head: PlaceHead; readonly next: string }) {
  const t = await say("assessment");
  const member = await say("member");
  return (
    <AnswerFrame head={head}>
      <h1 className="text-2xl">{t("gate.roleTitle")}</h1>
      <div className="stack-6 mt-6">
        <p>{member("roleGroup.side")}</p>
        <RoleGroupForm head={head} back={placePaths(head.place.id).answer} next={next} t={member} />
      </div>
    </AnswerFrame>
  );
}

/** For those who do not answer: why, and the way back. */
export async function NotAnswering({ head, reason }: { readonly head: PlaceHead; readonly reason: "role" | "no_round" }) {
  const t = await say("assessment");
  return (
    <AnswerFrame head={head}>
      <h1 className="text-2xl">{t(`gate.${reason}.title`)}</h1>
      <div className="stack-6 mt-6">
        <p>{t(`gate.${reason}.text`)}</p>
        <p>
          <LinkButton href={placePaths(head.place.id).assessment} link={PageLink}>
            {t("answer.toAssessment")}
          </LinkButton>
        </p>
      </div>
    </AnswerFrame>
  );
}
