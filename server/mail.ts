import "server-only";
import { createTransport } from "nodemailer";
import { env } from "@/env";

export type Mail = { to: string; subject: string; text: string };

/** Whether mail can be sent at all: only with SMTP_URL. */
export function canMail(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * Sends one mail as plain text by the server of SMTP_URL.
 * @throws Error when the mail server refuses, or does not answer within 10 s
 */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) throw new Error("no SMTP_URL");
  const wait = 10_000;
  const timeouts = { connectionTimeout: wait, greetingTimeout: wait, socketTimeout: wait };
  // What is not a plain address and text is refused here: no file and no address is ever fetched
  // for a mail.
  const transport = createTransport({ url: SMTP_URL, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  try {
    await transport.sendMail({ from: MAIL_FROM, to: { name: "", address: to }, subject, text });
  } finally {
    transport.close();
  }
}
