import "server-only";
import { createTransport } from "nodemailer";
import { env } from "@/env";

export type Mail = { to: string; subject: string; text: string };

/** True if mail can be sent: only with SMTP_URL. */
export function canMail(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * Sends one mail as plain text through the server of SMTP_URL.
 * @throws Error if the mail server refuses, or does not answer within 10 s
 */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) throw new Error("no SMTP_URL");
  const wait = 10_000;
  const timeouts = { connectionTimeout: wait, greetingTimeout: wait, socketTimeout: wait };
  // Nodemailer refuses anything but plain text and addresses: it never reads a file or URL for a
  // mail.
  const transport = createTransport({ url: SMTP_URL, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  try {
    await transport.sendMail({ from: MAIL_FROM, to: { name: "", address: to }, subject, text });
  } finally {
    transport.close();
  }
}
