import { createTransport, type Transporter } from "nodemailer";
import { database } from "../db.ts";
import { env } from "../env.ts";
import { describeError, logger } from "../log.ts";
import { mailHtml, withSite } from "./text.ts";

/** A mail that has waited longer than this says nothing true any more: links in it are old. In milliseconds. */
const freshMs = 24 * 3_600_000;
const everyMs = 5_000;
const atOnce = 20;

let transport: Transporter | undefined;
let underWay: Promise<void> | undefined;

async function deliver(): Promise<void> {
  const { SMTP_URL: address, MAIL_FROM: from, NEXTAUTH_URL: site } = env();
  if (address === undefined) return;
  transport ??= createTransport(address, { from });
  const { auth } = database();
  for (const mail of await auth.pendingMails(atOnce)) {
    if (mail.createdAt.getTime() < Date.now() - freshMs) {
      await auth.markMailFailed(mail.id, "too old to be sent");
      continue;
    }
    try {
      const text = withSite(mail.body, site);
      await transport.sendMail({ to: mail.to, subject: mail.subject, text, html: mailHtml(text, mail.locale) });
      await auth.markMailSent(mail.id);
      logger().info({ kind: mail.kind, outcome: "sent" }, "mail");
    } catch (error) {
      await auth.markMailFailed(mail.id, String(describeError(error).message));
      logger().error({ kind: mail.kind, outcome: "not_sent", err: error }, "mail");
    }
  }
}

/** Sends what waits in the outbox; one round at a time. Without SMTP_URL it stays there. */
export function deliverPending(): Promise<void> {
  underWay ??= deliver().finally(() => {
    underWay = undefined;
  });
  return underWay;
}

/**
 * Looks into the outbox every few seconds, for mails that procedures have queued. One web process does this; with several,
 * set SMTP_URL in one of them.
 *
 * @returns What stops it.
 */
export function deliverNowAndThen(): () => void {
  if (env().SMTP_URL === undefined) return () => {};
  const timer = setInterval(() => {
    deliverPending().catch((error: unknown) => logger().error({ err: error }, "outbox"));
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
