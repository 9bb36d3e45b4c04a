import "server-only";
import { env } from "@/env";
import { publicOrigin } from "./origins";

const halfYear = 180 * 24 * 60 * 60 * 1000;

/**
 * The text of `/.well-known/security.txt` (RFC 9116). Without SECURITY_CONTACT it refers to the
 * page that names a contact.
 */
export function securityText(now: Date): string {
  const origin = publicOrigin();
  const expires = new Date(now.getTime() + halfYear).toISOString().replace(/\.\d+Z$/, "Z");
  const fields = [
    `Contact: ${env().SECURITY_CONTACT ?? `${origin}/sign-in`}`,
    `Expires: ${expires}`,
    "Preferred-Languages: en, lo",
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return `${fields.join("\r\n")}\r\n`;
}
