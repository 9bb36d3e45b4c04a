import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { activities } from "@/db/schema/activities";
import { planEntries } from "@/db/schema/plan-entries";
import { sessions, users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { openSession, readSession } from "@/server/auth/sessions";
import { personAsking, type Slot, takeSlot } from "@/server/request/request-queue";
import { enterRequestStore } from "@/server/request/request-store";
import { contextOf, countAudit } from "@/server/testing";
import { addOngoing } from "@/server/testing-entries";
import { actAsSite } from "@/server/testing-process";

const { given, renderReport } = vi.hoisted(() => ({ given: { secret: "" }, renderReport: vi.fn() }));
vi.mock("@/server/auth/auth", () => ({ sessionSecret: async () => given.secret }));
vi.mock("next/headers", () => ({ headers: async () => new Headers() }));
vi.mock("next-intl/server", () => ({ getLocale: async () => "en" }));
vi.mock("@/features/reports/render/render-report", () => ({ renderReport }));

const { answerDownload } = await import("./download");
const { workPlanMatrix } = await import("@/features/reports/documents/work-plan/document");
type Make = Parameters<typeof answerDownload>[1];

let database: TestDatabase;
let userId: number;
const slots: Slot[] = [];
const secretTitle = "Behind closed doors";

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database);
  const entryId = await addOngoing(database.db, { proponent: "LA", isConfidential: true });
  const [entry] = await database.db.select().from(planEntries).where(eq(planEntries.id, entryId));
  await database.db
    .update(activities)
    .set({ titleEn: secretTitle })
    .where(eq(activities.id, entry?.activityId ?? 0));
});
afterAll(() => database.drop());
beforeEach(async () => {
  const { actor } = await contextOf(database.db, "officer");
  userId = actor.userId ?? 0;
  const client = { address: null, userAgent: null, now: new Date() };
  given.secret = await database.db.transaction((tx) => openSession(tx, userId, client));
  renderReport.mockReset().mockImplementation(async (model) => new TextEncoder().encode(JSON.stringify(model)));
});
afterEach(() => {
  for (const slot of slots.splice(0)) slot.release();
});

const matrix: Make = async (context) => {
  const input = { plan: "CYCLE-2023", lang: null, label: "internal" as const };
  const { model } = await workPlanMatrix.export(context, input);
  return { model, format: "docx", name: "Matrix", asciiName: "matrix", filters: { plan: "CYCLE-2023" } };
};

/** Requests a file as the gate does: the person is read before the request waits for a slot. */
async function ask(method = "GET", make = matrix): Promise<Response> {
  const note = enterRequestStore({ socket: { remoteAddress: "127.0.0.1" }, headers: {} } as Parameters<
    typeof enterRequestStore
  >[0]);
  note.person = await readSession(database.db, given.secret);
  return answerDownload(new Request("http://127.0.0.1:3000/reports/work-plan/export?format=docx", { method }), make);
}

const set = (values: Partial<typeof users.$inferInsert>) =>
  database.db.update(users).set(values).where(eq(users.id, userId));
const signOut = () => database.db.delete(sessions).where(eq(sessions.userId, userId));

/** Takes every slot, so that the next request has to wait. */
async function fillSlots(): Promise<void> {
  for (let asker = 900_000_000; ; asker += 1) {
    const gone = new AbortController();
    const slot = takeSlot("exports", personAsking(asker), gone.signal);
    const taken = await Promise.race([slot, new Promise<null>((resolve) => setImmediate(() => resolve(null)))]);
    if (taken) slots.push(taken);
    else return gone.abort();
  }
}

/** Number of downloads waiting for a slot (server/request/request-queue.ts). */
function waitingNow(): number {
  const { __requestQueues } = globalThis as { __requestQueues?: Map<string, { waiting: Set<unknown> }> };
  return __requestQueues?.get("exports")?.waiting.size ?? 0;
}

describe("a download that waited for a slot", () => {
  async function afterWait(change: () => Promise<unknown>, method?: string): Promise<Response> {
    await fillSlots();
    const answer = ask(method);
    await vi.waitFor(() => expect(waitingNow()).toBe(1));
    await change();
    for (const slot of slots.splice(0)) slot.release();
    return answer;
  }

  it("is made with the rights that the person has when it gets a slot", async () => {
    const before = await (await ask()).text();
    expect(before).toContain(secretTitle);
    const answer = await afterWait(() => set({ role: "viewer" }));
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).not.toContain(secretTitle);
  });

  it.each([
    ["disabled", () => set({ isActive: false })],
    ["signed out", signOut],
  ])("is not made if the person was %s while waiting", async (_what, change) => {
    const rows = await countAudit(database.db);
    const answer = await afterWait(change);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain(secretTitle);
    expect(renderReport).not.toHaveBeenCalled();
    expect(await countAudit(database.db)).toBe(rows);
  });
});

describe("a file that is being rendered", () => {
  it.each([
    ["disabled", () => set({ isActive: false }), 401],
    ["signed out", signOut, 401],
    ["lowered", () => set({ role: "viewer" }), 403],
  ])("is not sent if the person was %s while it was rendered", async (_what, change, status) => {
    const rows = await countAudit(database.db);
    renderReport.mockImplementation(async (model) => {
      await change();
      return new TextEncoder().encode(JSON.stringify(model));
    });
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain(secretTitle);
    expect(await countAudit(database.db)).toBe(rows);
  });
});

it("streaming a long file stops when the person loses the right to read it", async () => {
  const part = new TextEncoder().encode("x".repeat(100));
  const written = { kind: "activity_list" as const, language: "en" as const, rows: 3, parts: [part, part, part] };
  const answer = await ask("GET", async () => ({
    written,
    format: "csv",
    name: "a",
    asciiName: "a",
    filters: {},
  }));
  const reader = answer.body?.getReader();
  await reader?.read();
  await set({ isActive: false });
  const clock = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 10_000);
  // One part may have been ready before.
  const rest = async () => {
    for (;;) if ((await reader?.read())?.done) return;
  };
  await expect(rest()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  clock.mockRestore();
});
