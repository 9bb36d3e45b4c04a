import { beforeEach, expect, test, vi } from "vitest";
import { AppError } from "@/domain/errors";
import { shownMessages } from "@/i18n/catalogue";
import { setFieldLabels } from "../field-labels";
import { answerFailedRequest, type FailedRequest } from "./failed-request";
import { enterRequestStore, type RequestStore, requestStore } from "./request-store";

vi.stubEnv("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none");
vi.stubEnv("AUTH_SECRET", "for-tests-alone-and-long-enough-to-be-taken");
vi.stubEnv("LOG_LEVEL", "silent");

const diskFull = new Error("Failed query", { cause: Object.assign(new Error("no room"), { code: "53100" }) });
const page: Asked = {
  path: "/plans/3?x=1",
  headers: { cookie: "theme=dark; locale=lo", "x-nonce": "abc", "x-request-id": "id-7" },
  isAction: false,
};

type Asked = Omit<FailedRequest, "store"> & { isAction: boolean };

/** Calls `answerFailedRequest` within a new request store. */
async function answered(error: unknown, request: Asked, typed?: RequestStore["typed"]) {
  const store = enterRequestStore({ socket: { remoteAddress: "::1" }, headers: {} } as Parameters<
    typeof enterRequestStore
  >[0]);
  store.typed = typed;
  const isAnswered = answerFailedRequest(error, request);
  return { isAnswered, store: requestStore() };
}

beforeEach(() => vi.restoreAllMocks());

test("a page that found the disk full says so in the reader's language, with 507", async () => {
  const { isAnswered, store } = await answered(diskFull, page);
  expect(isAnswered).toBe(true);
  expect(store?.replacement).toMatchObject({ status: 507, headers: { "Retry-After": "60" } });
  expect(store?.replacement?.body).toContain(shownMessages.lo.errors.STORAGE_FULL);
  expect(store?.replacement?.body).toContain('lang="lo"');
  expect(store?.replacement?.body).toContain('nonce="abc"');
  expect(store?.replacement?.body).toContain("id-7");
  expect(store?.replacement?.body).toContain('href="/plans/3"');
});

test("a page whose reader has lost their rights leads to the sign-in, or shows 403", async () => {
  const out = await answered(new AppError("UNAUTHENTICATED"), page);
  expect(out.store?.replacement?.status).toBe(401);
  expect(out.store?.replacement?.body).toContain("/sign-in?next=%2Fplans%2F3%3Fx%3D1");
  expect((await answered(new AppError("FORBIDDEN"), page)).store?.replacement?.status).toBe(403);
});

test("recognises the refusal class of another bundle", async () => {
  const foreign = Object.assign(new Error("UNAVAILABLE"), { name: "AppError", code: "UNAVAILABLE", params: {} });
  expect((await answered(foreign, page)).store?.replacement).toMatchObject({ status: 503 });
});

test("a program gets JSON", async () => {
  const { store } = await answered(diskFull, { ...page, path: "/api/health/ready" });
  expect(JSON.parse(store?.replacement?.body ?? "")).toMatchObject({
    error: { code: "STORAGE_FULL", requestId: "id-7" },
  });
});

test("an action called by a script gets only the status", async () => {
  const call = { ...page, headers: { ...page.headers, "next-action": "60ab" }, isAction: true };
  const { store } = await answered(diskFull, call);
  expect(store?.replacement).toBeUndefined();
  expect(store?.answerHead).toMatchObject({ status: 507 });
  // The page rendered after the action failed; the answer is the action's own.
  expect((await answered(diskFull, { ...call, isAction: false })).store?.answerHead).toBeUndefined();
});

test("what was typed into a form without scripts is shown to be copied", async () => {
  const { store } = await answered(diskFull, page, [{ name: "textLo", value: "ຂຽນໄປແລ້ວ <b>" }]);
  expect(store?.replacement?.body).toContain("ຂຽນໄປແລ້ວ &lt;b&gt;");
});

test("its fields have the labels that the app gives for the form's page", async () => {
  setFieldLabels((locale, pathname, { value }) => ({ name: `${locale} ${pathname}`, value }));
  const { store } = await answered(diskFull, page, [{ name: "textLo", value: "x" }]);
  expect(store?.replacement?.body).toContain("<label>lo /plans/3<");
});

test.each([new TypeError("x is not a function"), new AppError("REPORT_FAILED"), "thrown text", null])(
  "a fault is left to Next: %s",
  async (fault) => {
    const { isAnswered, store } = await answered(fault, page);
    expect([isAnswered, store?.replacement, store?.answerHead]).toEqual([false, undefined, undefined]);
  },
);
