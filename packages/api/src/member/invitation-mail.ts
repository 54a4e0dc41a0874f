import type { Locale } from "../services.ts";

/** What the mail of an invitation is written from. */
export interface InvitationMail {
  readonly token: string;
  readonly placeName: string;
  readonly organisationName: string;
  /** Days until the link stops working. */
  readonly days: number;
}

/** Path of the page where an invitation is answered; the sender puts the site's address before it. */
export const invitationPath = (token: string): string => `/inbjudan/${token}`;

/** Stands for the site's own address in queued mails; filled in when the mail is sent or shown. */
export const siteAddress = "{site}";

/** Subject and body of an invitation, in the inviter's language. Plain text; the link stands on a line of its own. */
export function invitationMail(locale: Locale, mail: InvitationMail): { readonly subject: string; readonly body: string } {
  const link = siteAddress + invitationPath(mail.token);
  if (locale === "en")
    return {
      subject: `Invitation: develop ${mail.placeName} together`,
      body: `Hello,

You are invited to take part in the work on ${mail.placeName}, for ${mail.organisationName}.

The municipality and the companies describe and assess the place, each from their own side. Then you see where you agree and make one plan together.

Open the invitation:
${link}

The link works for ${mail.days} days and only for you. If you did not expect this mail you can leave it be.

Hållbara Platser`,
    };
  return {
    subject: `Inbjudan: utveckla ${mail.placeName} tillsammans`,
    body: `Hej!

Du är inbjuden att delta i arbetet med ${mail.placeName}, för ${mail.organisationName}.

Kommunen och företagen beskriver och bedömer orten, var och en från sitt håll. Sedan ser ni var ni är överens och gör en gemensam plan.

Öppna inbjudan:
${link}

Länken fungerar i ${mail.days} dagar och bara för dig. Om du inte väntade dig det här brevet kan du låta det vara.

Hållbara Platser`,
  };
}
