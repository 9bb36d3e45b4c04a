import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../../db/embedded/refusal.mjs";

/**
 * A secret stored in a file of mode 0600, created at the first call.
 * @param {string} folder
 * @param {string} name of the file
 * @param {() => string} make
 * @throws {Refusal} if others can read the file, or it is empty
 */
export function keptSecret(folder, name, make) {
  const file = path.join(folder, name);
  const unique = `${file}.${process.pid}.new`;
  try {
    if (!statSync(file, { throwIfNoEntry: false })) {
      // Written under a temporary name first, so that an interrupted start leaves no incomplete
      // secret.
      writeFileSync(unique, make(), { mode: 0o600 });
      linkSync(unique, file);
    }
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  } finally {
    rmSync(unique, { force: true });
  }
  if (process.platform !== "win32" && statSync(file).mode & 0o077) {
    throw new Refusal(`${file} can be read by other users; run: chmod 600 ${file}`);
  }
  const secret = readFileSync(file, "utf8").trim();
  if (!secret) throw new Refusal(`${file} is empty; delete it, and a new one is made at the next start.`);
  return secret;
}

/** 32 random bytes, encoded for use in addresses and shells. */
export function randomSecret() {
  return randomBytes(32).toString("base64url");
}

/**
 * A password that is easy to read out and type: four groups of unambiguous letters and digits (80
 * bits).
 */
export function randomPassword() {
  const alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
  const letters = Array.from(randomBytes(16), (byte) => alphabet[byte % alphabet.length]).join("");
  return (letters.match(/.{4}/g) ?? []).join("-");
}
