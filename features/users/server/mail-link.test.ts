import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { systemContext } from "@/server/context";
import { contextOf } from "@/server/testing";
import { type Mailbox, openMailbox } from "@/server/testing-mailbox";
import { actAsSite } from "@/server/testing-process";
import { acceptLink } from "./accept-link";
import { mailLink } from "./lib/mail-link";

let database: TestDatabase;
let mailbox: Mailbox;
let userId: number;
const email = "officer@ministry.example";

beforeAll(async () => {
  database = await createTestDatabase();
  mailbox = await openMailbox();
  const settings = { SMTP_URL: mailbox.url, MAIL_FROM: "Tracker <tracker@ministry.example>", LOG_LEVEL: "silent" };
  actAsSite(database, { ...settings, APP_ORIGIN: "https://tracker.ministry.example" });
  userId = (await contextOf(database.db, "officer")).actor.userId ?? 0;
  await database.db.update(users).set({ email, passwordHash: "set" }).where(eq(users.id, userId));
});
afterAll(async () => {
  await mailbox.close();
  await database.drop();
});

const visitor = () => systemContext(database.db, "forgotten password");

/** Header and text of a mail, without line wrapping. */
function read(mail: string): { head: string; text: string } {
  const [head = "", ...parts] = mail.split("\n\n");
  const body = parts.join("\n\n");
  const isBase64 = /^Content-Transfer-Encoding: base64/im.test(head);
  return { head, text: isBase64 ? Buffer.from(body, "base64").toString("utf8") : body.replaceAll("=\n", "") };
}

it("mails the owner of the address a link that sets a password, in their language", async () => {
  await mailLink(visitor(), email);
  await database.db.update(users).set({ locale: "lo" }).where(eq(users.id, userId));
  await mailLink(visitor(), email);
  const [english, lao] = mailbox.received.map(read);
  expect(english?.head).toMatch(/^To: officer@ministry\.example$/m);
  expect(english?.head).toContain("From: Tracker <tracker@ministry.example>");
  expect(english?.text).toContain("asked for a new password");
  expect(lao?.text).toContain("ຂໍລະຫັດຜ່ານໃໝ່");
  const [, token = ""] = /https:\/\/tracker\.ministry\.example\/invite\/([\w-]{43})/.exec(lao?.text ?? "") ?? [];
  const password = "three green mangoes";
  await acceptLink(visitor(), { token, password, repeat: password });
});

it("mails nobody for an unknown address, and ignores failures of the mail server", async () => {
  const count = mailbox.received.length;
  await mailLink(visitor(), "nobody@ministry.example");
  await mailbox.close();
  await mailLink(visitor(), email);
  expect(mailbox.received).toHaveLength(count);
});
