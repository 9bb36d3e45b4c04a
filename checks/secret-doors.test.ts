import { expect, it } from "vitest";
import { type SecretDoor, secretDoors } from "@/server/auth/secret-door";
import { allDoors } from "./doors";
import { sourceFiles } from "./source-files";

const files = sourceFiles(["app", "features", "server", "db", "bin", "domain"]).filter(
  ({ file }) => !/\/testing(-\w+)?\.ts$/.test(file),
);

/**
 * Matches code that compares a secret, or looks up a row by it. New ways to do so have to be added
 * here.
 */
const looks =
  /\b(hashSecret|verifyPassword|verify|timingSafeEqual|createHmac|getToken)\(|\b(secretHash|METRICS_TOKEN)\b/;

/** Files that check a presented secret, with the door that each goes through. */
const behind: Record<string, SecretDoor> = {
  "server/auth/verify-sign-in.ts": "signIn",
  "server/auth/present-password.ts": "presentPassword",
  "server/auth/api-token.ts": "apiKey",
  "server/auth/calendar-token.ts": "calendar",
  "server/observability/metrics-access.ts": "metrics",
  "features/users/server/lib/one-time-link.ts": "link",
  "features/users/server/lib/first-day.ts": "link",
};

/** Files that match but accept no secrets from outside, with the reason. */
const others: Record<string, string> = {
  "db/schema/api.ts": "declares the column",
  "db/schema/milestones.ts": "declares the column",
  "db/schema/users.ts": "declares the column",
  "db/audit-signature.ts": "signs the end of the audit log, and compares its own signature",
  "db/audit-verify.ts": "compares the hashes of the log, which are no secrets",
  "features/users/server/make-token.ts": "keeps the hash of a new key",
  "features/deadlines/server/make-feed.ts": "keeps the hash of a new address",
  "server/auth/setup-token.ts": "makes the secret of the first day, and compares nothing",
  "server/auth/passwords.ts": "is what the doors compare passwords by",
  "server/auth/sample-accounts.ts": "finds at the start whether the sample accounts have the password of the settings",
  "server/auth/sessions.ts": "a session's secret comes in a cookie that this site has encrypted: nobody can try one",
  "server/auth/session-cookie.ts": "decrypts that cookie",
};

it("every file that checks a secret is listed, with its door or with the reason why it needs none", () => {
  const found = files.filter(({ text }) => looks.test(text)).map(({ file }) => file);
  const known = [...Object.keys(behind), ...Object.keys(others)];
  expect(found.filter((file) => !known.includes(file))).toEqual([]);
  expect(known.filter((file) => !found.includes(file))).toEqual([]);
});

const textOf = (file: string) => files.find((one) => one.file === file)?.text ?? "";
const passes = (text: string, door: string) => text.includes(`passDoor("${door}"`) || text.includes(`door: "${door}"`);

it.each(Object.entries(behind))("%s goes through its door, or is called by code that does: %s", (file, door) => {
  expect(textOf(file), `${file} is a file`).not.toBe("");
  if (passes(textOf(file), door)) return;
  const callers = files.filter(({ imports }) => imports.some(({ target }) => target === file.replace(/\.ts$/, "")));
  const looking = callers.filter(({ text }) => /\b(findLink|refuseUnlessFirst)\(/.test(text));
  expect(looking.length).toBeGreaterThan(0);
  for (const { file: caller, text } of looking) expect(passes(text, door), caller).toBe(true);
});

it("each door is used", () => {
  for (const door of Object.keys(secretDoors)) expect(Object.values(behind), door).toContain(door);
});

it("commands that ask for a secret go through its door", async () => {
  const doors = (await allDoors()).flatMap(({ name, secret }) => (secret ? [`${name}: ${secret}`] : []));
  expect(doors).toEqual([
    "account.acceptLink: link",
    "account.changePassword: presentPassword",
    "calendar.make: presentPassword",
    "token.make: presentPassword",
    "user.addFirst: link",
  ]);
  const proving = files.filter(
    ({ text }) => /\bprovenAccount\(/.test(text) && !text.includes("function provenAccount"),
  );
  for (const { file, text } of proving) expect(text, file).toContain("secret: presentDoor");
});

it("no two doors share counters or the name of their audit row", () => {
  const names = Object.keys(secretDoors);
  expect(new Set(names.flatMap((name) => [name, `${name}*`])).size).toBe(names.length * 2);
  const actions = Object.values(secretDoors).map(({ action }) => action);
  expect(new Set(actions).size).toBe(actions.length);
});
