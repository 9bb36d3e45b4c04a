import "server-only";
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { auditSecret } from "@/env";

/** What is signed: the end as the database keeps it, and the same as it is kept outside. */
type Purpose = "head" | "anchor";

/**
 * HMAC-SHA-256 of a text, hexadecimal, with a key that the database does not hold.
 * @throws Error naming the setting where there is no key
 */
export function signatureOf(purpose: Purpose, text: string): string {
  return createHmac("sha256", keyFor(purpose)).update(text).digest("hex");
}

/** Was this text signed for this purpose with our key? */
export function isSignedFor(purpose: Purpose, text: string, signature: string): boolean {
  const [given, right] = [signature, signatureOf(purpose, text)].map((hex) => Buffer.from(hex, "hex"));
  return given !== undefined && right !== undefined && given.length === right.length && timingSafeEqual(given, right);
}

/** A key of its own for each purpose, so that the secret's other uses say nothing of it. */
function keyFor(purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync("sha256", auditSecret(), "", `asean-activity-tracker audit ${purpose}`, 32));
}
