import { beforeEach, expect, test, vi } from "vitest";
import { AppError } from "@/domain/errors";
import { shownMessages } from "@/i18n/catalogue";
import { setFieldLabels } from "../field-labels";
import { answerFailedRequest, type FailedRequest } from "./failed-request";
import { beginNote, type RequestNote, requestNote } from "./request-store";

vi.stubEnv("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none");
vi.stubEnv("AUTH_SECRET", "for-tests-alone-and-long-enough-to-be-taken");
vi.stubEnv("LOG_LEVEL", "silent");

const diskFull = new Error("Failed query", { cause: Object.assign(new Error("no room"), { code: "53100" }) });
const page: Asked = {
  path: "/plans/3?x=1",
  headers: { cookie: "theme=dark; locale=lo", "x-nonce": "abc", "x-request-id": "id-7" },
  isAction: false,
};

type Asked = Omit<FailedRequest, "note"> & { isAction: boolean };

/** What was answered instead, in a request of its own. */
async function answered(error: unknown, request: Asked, typed?: RequestNote["typed"]) {
  const note = beginNote({ socket: { remoteAddress: "::1" }, headers: {} } as Parameters<typeof beginNote>[0]);
  note.typed = typed;
  const isAnswered = answerFailedRequest(error, request);
  return { isAnswered, note: requestNote() };
}

beforeEach(() => vi.restoreAllMocks());

test("a page that found the disk full says so in its reader's words, under 507", async () => {
  const { isAnswered, note } = await answered(diskFull, page);
  expect(isAnswered).toBe(true);
  expect(note?.replacement).toMatchObject({ status: 507, headers: { "Retry-After": "60" } });
  expect(note?.replacement?.body).toContain(shownMessages.lo.errors.STORAGE_FULL);
  expect(note?.replacement?.body).toContain('lang="lo"');
  expect(note?.replacement?.body).toContain('nonce="abc"');
  expect(note?.replacement?.body).toContain("id-7");
  expect(note?.replacement?.body).toContain('href="/plans/3"');
});

test("a page whose reader's rights have gone leads to the sign-in, or says what they may not", async () => {
  const out = await answered(new AppError("UNAUTHENTICATED"), page);
  expect(out.note?.replacement?.status).toBe(401);
  expect(out.note?.replacement?.body).toContain("/sign-in?next=%2Fplans%2F3%3Fx%3D1");
  expect((await answered(new AppError("FORBIDDEN"), page)).note?.replacement?.status).toBe(403);
});

test("another bundle's refusal is one as well", async () => {
  const foreign = Object.assign(new Error("UNAVAILABLE"), { name: "AppError", code: "UNAVAILABLE", params: {} });
  expect((await answered(foreign, page)).note?.replacement).toMatchObject({ status: 503 });
});

test("a program gets JSON", async () => {
  const { note } = await answered(diskFull, { ...page, path: "/api/health/ready" });
  expect(JSON.parse(note?.replacement?.body ?? "")).toMatchObject({
    error: { code: "STORAGE_FULL", requestId: "id-7" },
  });
});

test("an action that a script called keeps its page: only the status is told", async () => {
  const call = { ...page, headers: { ...page.headers, "next-action": "60ab" }, isAction: true };
  const { note } = await answered(diskFull, call);
  expect(note?.replacement).toBeUndefined();
  expect(note?.answerHead).toMatchObject({ status: 507 });
  // The page after it failed: what the action has said is its answer.
  expect((await answered(diskFull, { ...call, isAction: false })).note?.answerHead).toBeUndefined();
});

test("what was typed into a form without scripts is shown to be copied", async () => {
  const { note } = await answered(diskFull, page, [{ name: "textLo", value: "ຂຽນໄປແລ້ວ <b>" }]);
  expect(note?.replacement?.body).toContain("ຂຽນໄປແລ້ວ &lt;b&gt;");
});

test("its fields have the labels that the app gives for the form's page", async () => {
  setFieldLabels((locale, pathname, { value }) => ({ name: `${locale} ${pathname}`, value }));
  const { note } = await answered(diskFull, page, [{ name: "textLo", value: "x" }]);
  expect(note?.replacement?.body).toContain("<label>lo /plans/3<");
});

test.each([new TypeError("x is not a function"), new AppError("REPORT_FAILED"), "thrown text", null])(
  "a fault is left to Next: %s",
  async (fault) => {
    const { isAnswered, note } = await answered(fault, page);
    expect([isAnswered, note?.replacement, note?.answerHead]).toEqual([false, undefined, undefined]);
  },
);
