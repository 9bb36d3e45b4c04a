import "server-only";
import { createTranslator } from "next-intl";
import { catalogue } from "@/i18n/catalogue";
import { formatInstant } from "@/i18n/format";
import type { Context } from "@/server/context";
import { type Mail, sendMail } from "@/server/mail";
import { log } from "@/server/observability/log";
import { publicOrigin } from "@/server/request/origins";
import { type RequestedLink, requestLink } from "../request-link";

/**
 * Mails a link to the owner of the address, in their language. Runs after the answer has been sent,
 * so that neither duration nor failure reveals whether the account exists.
 */
export async function mailLink(context: Context, email: string): Promise<void> {
  const { requestId } = context;
  try {
    const link = await requestLink(context, { email });
    if (link) await sendMail(mailOf(link, link.locale ?? context.locale));
  } catch (error) {
    log().error({ event: "mail_failed", requestId, reason: error instanceof Error ? error.message : "unknown" });
  }
}

function mailOf({ email, name, path, expiresAt }: RequestedLink, locale: "en" | "lo"): Mail {
  const t = createTranslator({ locale, messages: catalogue[locale], namespace: "account.mail" });
  const text = t("text", { name, link: publicOrigin() + path, when: formatInstant(expiresAt, locale) });
  return { to: email, subject: t("subject"), text };
}
