import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endpoints } from "@/app/api/v1/endpoints/all";
import { GET as calendar } from "@/app/calendar/[token]/route";
import { GET as metrics } from "@/app/metrics/route";
import { auditLog } from "@/db/schema/audit-log";
import { rateLimits, users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { AppError, secondsToRetry } from "@/domain/errors";
import { changePassword } from "@/features/users/server/change-password";
import { getInvitation } from "@/features/users/server/get-invitation";
import { makeLink } from "@/features/users/server/lib/one-time-link";
import { answerApi } from "@/server/api/answer";
import { hashPassword } from "@/server/auth/passwords";
import { type SecretDoor, secretDoors } from "@/server/auth/secret-door";
import { verifySignIn } from "@/server/auth/verify-sign-in";
import { type Context, systemContext } from "@/server/context";
import { enterRequestStore } from "@/server/request/request-store";
import { contextOf, mintCalendar, mintToken } from "@/server/testing";
import { actAsSite } from "@/server/testing-process";

const password = "three green mangoes";
const metricsToken = "a token for the measures, long enough";
const here = "192.0.2.7";
const elsewhere = "192.0.2.8";

let database: TestDatabase;
let officer: Context;
let email: string;

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database, { METRICS_TOKEN: metricsToken });
  officer = await contextOf(database.db, "officer");
  email = officer.account?.email ?? "";
  const passwordHash = await hashPassword(password);
  await database.db.update(users).set({ passwordHash }).where(eq(users.email, email));
});
afterAll(() => database.drop());
beforeEach(() => database.db.delete(rateLimits));

/** The result of a try: `in`, `wrong`, or the seconds to wait. */
type Outcome = "in" | "wrong" | number;
type Try = (secret: string, from: string) => Promise<Outcome>;

/** Tries a query or command. */
const called = (name: SecretDoor, run: (secret: string, from: string) => Promise<unknown>): Try => {
  return async (secret, from) => {
    try {
      await run(secret, from);
      return "in";
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return error.code === secretDoors[name].wrong ? "wrong" : (secondsToRetry(error) ?? -1);
    }
  };
};

/** Tries a route, as Next serves it, on a connection from this address. */
const asked = (wrong: number, ask: (secret: string) => Promise<Response>): Try => {
  return async (secret, from) => {
    await Promise.resolve();
    enterRequestStore({ socket: { remoteAddress: from }, headers: {} } as unknown as Parameters<
      typeof enterRequestStore
    >[0]);
    const { status, headers } = await ask(secret);
    if (status === 429) return Number(headers.get("retry-after"));
    return status === wrong ? "wrong" : "in";
  };
};

const request = (path: string, authorization: string) =>
  new Request(`http://127.0.0.1:3000${path}`, { headers: { authorization } });

const visitor = (address: string) => ({ ...systemContext(database.db, "one-time link"), address });

const doors: Record<SecretDoor, { attempt: Try; right: () => Promise<string>; wrong: (n: number) => string }> = {
  signIn: {
    attempt: called("signIn", (secret, address) => verifySignIn({ email, password: secret, address, userAgent: null })),
    right: async () => password,
    wrong: (n) => `guess ${n}`,
  },
  presentPassword: {
    attempt: called("presentPassword", (present, address) =>
      changePassword({ ...officer, address }, { present, password, repeat: password }),
    ),
    right: async () => password,
    wrong: (n) => `guess ${n}`,
  },
  link: {
    attempt: called("link", (token, address) => getInvitation(visitor(address), { token })),
    right: async () => {
      const user = { id: officer.actor.userId ?? 0, passwordHash: null };
      const { path } = await database.db.transaction((tx) => makeLink(tx, user, new Date()));
      return path.replace("/invite/", "");
    },
    wrong: (n) => `guess-${n}`,
  },
  apiKey: {
    attempt: asked(401, (key) => answerApi(request("/api/v1/plans", `Bearer ${key}`), endpoints)),
    right: () => mintToken(database.db, officer),
    wrong: (n) => `aat_${String(n).padStart(43, "x")}`,
  },
  calendar: {
    attempt: asked(404, (token) => calendar(request("/calendar/x", ""), { params: Promise.resolve({ token }) })),
    right: async () => (await mintCalendar(database.db, officer)).replace("/calendar/", ""),
    wrong: (n) => `${String(n).padStart(43, "x")}.ics`,
  },
  metrics: {
    attempt: asked(404, (token) => metrics(request("/metrics", `Bearer ${token}`))),
    right: async () => metricsToken,
    wrong: (n) => `guess ${n}`,
  },
};

const waits = (name: SecretDoor) =>
  database.db.select().from(auditLog).where(eq(auditLog.action, secretDoors[name].action));

describe.each(Object.keys(doors) as SecretDoor[])("the door %s", (name) => {
  const { attempt, right, wrong } = doors[name];

  it("refuses an address after eight wrong tries and says for how many seconds; another address is let in", async () => {
    const secret = await right();
    const outcomes: Outcome[] = [];
    for (let n = 0; n < 12; n += 1) outcomes.push(await attempt(wrong(n), here));
    expect(outcomes.slice(0, 8)).toEqual(Array(8).fill("wrong"));
    for (const wait of outcomes.slice(8)) {
      expect(wait).toBeGreaterThan(800);
      expect(wait).toBeLessThanOrEqual(900);
    }
    expect(await attempt(secret, here)).toBeGreaterThan(800);
    expect(await attempt(secret, elsewhere)).toBe("in");
  });

  it("audits each wait once, with the address and a hash of what was tried", async () => {
    const before = (await waits(name)).length;
    for (let n = 0; n < 12; n += 1) await attempt(wrong(n), "192.0.2.9");
    const rows = (await waits(name)).slice(before);
    const after = { target: expect.stringMatching(/^[0-9a-f]{12}$/) };
    expect(rows).toMatchObject([{ subject: secretDoors[name].subject, address: "192.0.2.9", before: null, after }]);
    for (let n = 0; n < 12; n += 1) expect(JSON.stringify(rows)).not.toContain(wrong(n));
  });

  it("checks at most eight of many concurrent tries", async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => attempt(wrong(n), here)));
    expect(outcomes.filter((outcome) => outcome === "wrong")).toHaveLength(8);
    expect(outcomes.filter((outcome) => typeof outcome === "number")).toHaveLength(12);
  });

  it("counts no successful try", async () => {
    const secret = await right();
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 2; n += 1) expect(await attempt(wrong(n), here)).toBe("wrong");
      for (let n = 0; n < 4; n += 1) expect(await attempt(secret, here)).toBe("in");
    }
  });

  it("counts an IPv6 network as one address", async () => {
    for (let n = 0; n < 8; n += 1) expect(await attempt(wrong(n), `2001:db8::${n}`)).toBe("wrong");
    expect(await attempt(wrong(8), "2001:db8::ffff")).toBeGreaterThan(0);
    expect(await attempt(wrong(8), "2001:db8:0:1::1")).toBe("wrong");
  });

  it("stores a few rows per address, without what was tried, and deletes them when they expire", async () => {
    for (let n = 0; n < 60; n += 1) await attempt(wrong(n), here);
    const rows = await database.db.select().from(rateLimits);
    expect(rows.length).toBeLessThanOrEqual(9);
    for (const plain of [wrong(0), here, email]) expect(JSON.stringify(rows)).not.toContain(plain);
    await database.db.update(rateLimits).set({ expire: 1 });
    // Simulates a minute later in another process.
    actAsSite({ ...database, pool: Object.create(database.pool) }, { METRICS_TOKEN: metricsToken });
    await attempt(wrong(0), elsewhere);
    expect((await database.db.select().from(rateLimits)).every(({ expire }) => expire !== 1)).toBe(true);
    actAsSite(database, { METRICS_TOKEN: metricsToken });
  });
});

describe("a program that keeps using an expired secret", () => {
  it.each(["apiKey", "calendar", "link"] as const)(
    "is throttled at the door %s without affecting others at its address",
    async (name) => {
      const { attempt, right, wrong } = doors[name];
      const secret = await right();
      const outcomes: Outcome[] = [];
      for (let n = 0; n < 30; n += 1) outcomes.push(await attempt(wrong(0), here));
      expect(outcomes.filter((outcome) => outcome === "wrong")).toHaveLength(8);
      expect(await attempt(secret, here)).toBe("in");
    },
  );
});

it("an address that tries many accounts is throttled for all of them, and adds no further rows", async () => {
  const attempt = (n: number) =>
    verifySignIn({ email: `guess${n}@ministry.example`, password, address: here, userAgent: null }).catch(
      (error: AppError) => error.code,
    );
  const codes: unknown[] = [];
  for (let n = 0; n < 40; n += 1) codes.push(await attempt(n));
  expect(codes.filter((code) => code === "SIGN_IN_FAILED")).toHaveLength(25);
  expect(codes.filter((code) => code === "TOO_MANY_ATTEMPTS")).toHaveLength(15);
  expect(await database.db.$count(rateLimits)).toBe(26);
});
