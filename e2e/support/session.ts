import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import { ask } from "./database";
import type { TestSite } from "./server";

/** The sample accounts, by the part of the address before the `@`. */
export const people = ["admin", "manager", "officer", "focal.la", "focal.th", "viewer"] as const;
export type Person = (typeof people)[number];

export const emailOf = (person: Person) => `${person}@sample.example`;

/** Over http the cookie has no `__Host-` prefix (server/auth/auth.ts). */
export const sessionCookie = "aat-session";

/**
 * The cookie of a new session, made as the sign-in does: a row with the hash of a secret, and the
 * secret encrypted with the site's key.
 */
export async function mintSession(site: TestSite, person: Person, name = sessionCookie): Promise<string> {
  const sid = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(sid).digest("hex");
  const made = await ask(
    site,
    `insert into sessions (secret_hash, user_id, expires_at)
     select $1, id, now() + interval '1 hour' from users where email = $2 returning id`,
    [hash, emailOf(person)],
  );
  if (made.length === 0) throw new Error(`no sample account ${person}`);
  return encode({ token: { sid }, secret: site.authSecret, salt: name, maxAge: 3600 });
}

/** An API key of this person, made as the page does. */
export async function mintKey(site: TestSite, person: Person, scope: "read" | "write" = "write"): Promise<string> {
  const secret = `aat_${randomBytes(32).toString("base64url")}`;
  const hash = createHash("sha256").update(secret).digest("hex");
  await ask(
    site,
    `insert into api_tokens (user_id, name, secret_hash, scope, expires_at)
     select id, 'test', $1, $2, now() + interval '1 hour' from users where email = $3`,
    [hash, scope, emailOf(person)],
  );
  return secret;
}

/** Ends every session of a person, as a new password or a disabled account does. */
export async function endSessionsOf(site: TestSite, person: Person): Promise<void> {
  await ask(site, "delete from sessions where user_id = (select id from users where email = $1)", [emailOf(person)]);
}
