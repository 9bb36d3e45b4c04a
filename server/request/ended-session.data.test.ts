import { readdirSync } from "node:fs";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { env } from "@/env";
import { secretInCookie, sessionCookieName } from "../auth/session-cookie";
import { openSession } from "../auth/sessions";
import { contextOf } from "../testing";
import { actAsSite } from "../testing-process";
import { deskAreas, isDeskPage, keptFields, needsSession, pageOf } from "./ended-session";

let database: TestDatabase;
let secret: string;

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database);
  const { actor } = await contextOf(database.db, "officer");
  const client = { address: null, userAgent: null, now: new Date() };
  secret = await database.db.transaction((tx) => openSession(tx, actor.userId ?? 0, client));
});
afterAll(() => database.drop());

const cookieOf = async (sid: string, authSecret = env().AUTH_SECRET) =>
  `${sessionCookieName()}=${await encode({ token: { sid }, secret: authSecret, salt: sessionCookieName() })}`;

/** A plain form as sent by a browser without scripts. */
function formRequest(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const request = new Request(`http://127.0.0.1:3000${path}`, { method: "POST", body, headers });
  return Object.assign(request, { nextUrl: new URL(request.url) });
}

const typed = { textLo: "ຄວາມຄືບໜ້າ <b>", issues: "", entryId: "7", version: "3", $ACTION_1: "x", password: "secret" };

describe("the session cookie", () => {
  it("yields its secret only if it is ours", async () => {
    expect(await secretInCookie(new Headers({ cookie: await cookieOf(secret) }))).toBe(secret);
    const foreign = await cookieOf(secret, "another-secret-that-is-not-the-one-of-this-site");
    expect(await secretInCookie(new Headers({ cookie: foreign }))).toBeNull();
    expect(await secretInCookie(new Headers({ cookie: `${sessionCookieName()}=${secret}` }))).toBeNull();
    const bearer = (await cookieOf(secret)).split("=")[1] ?? "";
    expect(await secretInCookie(new Headers({ authorization: `Bearer ${bearer}` }))).toBeNull();
  });
});

describe("a plain form after the session has ended", () => {
  it("returns what was typed, without secrets and row numbers", async () => {
    expect(await keptFields(formRequest("/activities/7/report", typed))).toEqual([
      { name: "textLo", value: "ຄວາມຄືບໜ້າ <b>" },
    ]);
  });

  it.each([
    ["the sign-in", formRequest("/sign-in", { email: "a@b.example" })],
    ["an invitation", formRequest("/invite/token", { email: "a@b.example" })],
    ["the language switch", formRequest("/activities", { locale: "lo" })],
    [
      "a form with scripts, whose tab keeps the draft",
      formRequest("/activities/7/report", typed, { "next-action": "x" }),
    ],
  ])("returns nothing for %s", async (_name, request) => {
    expect(await keptFields(request)).toEqual([]);
  });
});

describe("a session", () => {
  it("is required in every folder of the desk", () => {
    const folders = readdirSync(new URL("../../app/(desk)", import.meta.url), { withFileTypes: true });
    const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(names.filter((name) => !deskAreas.includes(name))).toEqual([]);
    for (const name of names) expect(isDeskPage(`/${name}/1/edit`)).toBe(true);
    expect(isDeskPage("/")).toBe(true);
  });

  it.each(["/sign-in", "/invite/x", "/.well-known/security.txt", "/.env", "/metrics", "/activitiesx"])(
    "is not required for %s",
    (path) => {
      expect(isDeskPage(path)).toBe(false);
    },
  );

  it("is checked by downloads themselves, whose page is the address without /export", () => {
    expect(isDeskPage("/reports/work-plan/export")).toBe(false);
    expect(pageOf("/reports/work-plan/export")).toBe("/reports/work-plan");
    expect(pageOf("/activities")).toBe("/activities");
  });

  it("is required for every API route but health", () => {
    expect(["/api/auth/session", "/api/debug", "/api/healthy"].every(needsSession)).toBe(true);
    expect(["/api/health", "/api/health/ready", "/activities"].some(needsSession)).toBe(false);
  });
});
