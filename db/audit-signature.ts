import "server-only";
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { auditSecret } from "@/env";

/**
 * What a signature is for: the end of the log in the database, or its copy outside the database.
 */
type Purpose = "head" | "anchor";

/**
 * HMAC-SHA-256 of a text, hexadecimal, with a key that is not stored in the database.
 * @throws Error naming the setting if there is no key
 */
export function signatureOf(purpose: Purpose, text: string): string {
  return createHmac("sha256", keyFor(purpose)).update(text).digest("hex");
}

/** True if this text was signed for this purpose with our key. */
export function isSignedFor(purpose: Purpose, text: string, signature: string): boolean {
  const [given, right] = [signature, signatureOf(purpose, text)].map((hex) => Buffer.from(hex, "hex"));
  return given !== undefined && right !== undefined && given.length === right.length && timingSafeEqual(given, right);
}

/** A separate key for each purpose, so that other uses of the secret reveal nothing about it. */
function keyFor(purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync("sha256", auditSecret(), "", `asean-activity-tracker audit ${purpose}`, 32));
}
