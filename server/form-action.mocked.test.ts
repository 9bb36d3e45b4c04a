import { beforeEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { AppError } from "@/domain/errors";
import { type FormState, secretOf } from "./action";
import type { Context } from "./context";
import { formAction, idOf, redrawAlways, redrawOnConflict } from "./form-action";
import { checkBox, manyOf, presentField, requiredText, rowId } from "./form-fields";
import { parseInput } from "./parse-input";

const { refresh, setAnswerFor, site } = vi.hoisted(() => ({
  refresh: vi.fn(),
  setAnswerFor: vi.fn(),
  site: { isSameOrigin: true },
}));
vi.mock("next/cache", () => ({ refresh }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-request-id": "id-7" }) }));
vi.mock("next-intl/server", () => ({
  getLocale: async () => "en",
  getTranslations: async () => (code: string) => `words of ${code}`,
}));
vi.mock("./request/answer-control", () => ({ setAnswer: vi.fn(), setAnswerFor }));
vi.mock("./request/origins", () => ({ isSameOrigin: () => site.isSameOrigin }));
vi.mock("./request/request-context", () => ({
  requestContext: async () => ({ now: new Date("2026-11-30T08:00:00Z") }),
}));
const logged = vi.hoisted(() => vi.fn());
vi.mock("./observability/log", () => ({ log: () => ({ error: logged }) }));
// forbidden() and the like work only if this is switched on, as next.config.ts does.
vi.stubEnv("__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS", "true");

const Input = z.object({
  planId: rowId,
  title: requiredText(40),
  drafts: manyOf(rowId),
  isUrgent: checkBox,
});

/** Like a command: parses its input and returns the parsed values. */
const save = async (_context: Context, raw: z.input<typeof Input>) => parseInput(Input, raw);
const refuse = (error: unknown) => async (): Promise<{ id: number }> => {
  throw error;
};

function formOf(...fields: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const rightForm = () => formOf(["planId", " 7 "], ["title", "Rice"], ["drafts", "1"], ["drafts", "2"]);

/** The address to which an action redirects, read from the error that `redirect()` throws. */
async function addressOf(answer: Promise<unknown>): Promise<string> {
  const error: unknown = await answer.then(
    () => new Error("did not redirect"),
    (thrown: unknown) => thrown,
  );
  const digest = String((error as { digest?: unknown }).digest);
  expect(digest).toMatch(/^NEXT_REDIRECT;/);
  return digest.split(";")[2] ?? "";
}

const refusalOf = (state: FormState) => (state?.ok === false ? state.refusal : null);

beforeEach(() => {
  vi.clearAllMocks();
  site.isSameOrigin = true;
});

it("redirects after a success to the address made from result and fields, and clears the browser's cache", async () => {
  const action = formAction(save, {
    goTo: ({ title }, fields) => `/plans/${idOf(fields, "planId")}?saved=${title}`,
  });
  expect(await addressOf(action(null, rightForm()))).toBe("/plans/7?saved=Rice");
  expect(refresh).toHaveBeenCalledOnce();
});

it("does not compile with an address that has no page", () => {
  formAction(save, { goTo: ({ planId }) => `/plans/${planId}/edit` });
  // @ts-expect-error there is no such page
  formAction(save, { goTo: ({ planId }) => `/plans/${planId}/no-such-page` });
});

it("returns to the form what `reply` returns, and nothing else of the result", async () => {
  const action = formAction(save, {
    reply: ({ title }, context) => ({ title, at: context.now.getUTCHours() }),
  });
  expect(await action(null, rightForm())).toEqual({ ok: true, value: { title: "Rice", at: 8 } });
  expect(refresh).toHaveBeenCalledOnce();
});

it("reads a name that occurs once, several times or never as the list of the schema", async () => {
  const action = formAction(save, { reply: ({ drafts, isUrgent }) => ({ drafts, isUrgent }) });
  const base: [string, string][] = [
    ["planId", "7"],
    ["title", "Rice"],
  ];
  const given = async (...more: [string, string][]) => {
    const state = await action(null, formOf(...base, ...more));
    return state?.ok ? state.value : state;
  };
  expect(await given()).toEqual({ drafts: [], isUrgent: false });
  expect(await given(["drafts", "1"], ["isUrgent", "on"])).toEqual({ drafts: [1], isUrgent: true });
  expect(await given(["drafts", "1"], ["drafts", "2"])).toEqual({ drafts: [1, 2], isUrgent: false });
});

it("returns every field of a refused form with messages, and leaves the page as it is", async () => {
  const action = formAction(save, { goTo: () => "/plans" });
  const state = await action(null, formOf(["planId", "7"], ["title", " "], ["drafts", "1"], ["drafts", "x"]));
  expect(refusalOf(state)).toMatchObject({
    code: "INVALID_INPUT",
    message: "words of INVALID_INPUT",
    values: { planId: "7", title: " ", drafts: ["1", "x"] },
    requestId: "id-7",
  });
  expect(refusalOf(state)?.fields).toContainEqual({ field: "title", code: "REQUIRED", message: "words of REQUIRED" });
  expect(refresh).not.toHaveBeenCalled();
});

it("never returns a secret, nor passes it to a command that did not ask for it", async () => {
  const Proof = z.object({ planId: rowId, present: presentField });
  const prove = async (_context: Context, raw: z.input<typeof Proof>) => parseInput(Proof, raw);
  const form = () => formOf(["planId", "0"], ["present", "my secret"], ["password", "another"], ["repeat", "another"]);
  const input = (fields: Record<string, unknown>, sent: FormData) => ({
    ...fields,
    present: secretOf(sent, "present"),
  });
  const refused = await formAction(prove, { input, goTo: () => "/plans" })(null, form());
  expect(refusalOf(refused)?.fields.map(({ field }) => field)).toEqual(["planId"]);
  expect(refusalOf(refused)?.values).toEqual({ planId: "0" });
  expect(JSON.stringify(refused)).not.toMatch(/secret|another/);

  const without = await formAction(prove, { goTo: () => "/plans" })(null, form());
  expect(refusalOf(without)?.fields.map(({ field }) => field)).toContain("present");
});

it("waits for an input that takes time to read, such as a file", async () => {
  const action = formAction(save, {
    input: async (fields, form) => ({ ...fields, title: await (form.get("file") as File).text() }),
    reply: ({ title }) => title,
  });
  const form = formOf(["planId", "7"], ["file", new File(["Maize"], "a.txt")]);
  expect(await action(null, form)).toEqual({ ok: true, value: "Maize" });
});

it.each([
  ["never by default", undefined, { CONFLICT: false, MEETING_CLOSED: false }],
  ["only on a conflict", redrawOnConflict, { CONFLICT: true, MEETING_CLOSED: false }],
  ["always", redrawAlways, { CONFLICT: true, MEETING_CLOSED: true }],
] as const)("renders the page again after a refusal: %s", async (_when, onRefusal, drawn) => {
  for (const code of ["CONFLICT", "MEETING_CLOSED"] as const) {
    refresh.mockClear();
    const error = new AppError(code, { current: { title: "Theirs" } });
    const action = formAction(refuse(error), { goTo: () => "/plans", onRefusal });
    expect(refusalOf(await action(null, rightForm()))).toMatchObject({ code, current: { title: "Theirs" } });
    expect(refresh).toHaveBeenCalledTimes(drawn[code] ? 1 : 0);
  }
});

it.each([
  ["UNAUTHENTICATED", "401"],
  ["FORBIDDEN", "403"],
  ["NOT_FOUND", "404"],
] as const)("ends a request refused with %s by %s", async (code, status) => {
  const action = formAction(refuse(new AppError(code)), { goTo: () => "/plans", onRefusal: redrawAlways });
  await expect(action(null, rightForm())).rejects.toMatchObject({
    digest: `NEXT_HTTP_ERROR_FALLBACK;${status}`,
  });
  expect(setAnswerFor).toHaveBeenCalledWith(expect.objectContaining({ code }));
  expect(refresh).not.toHaveBeenCalled();
});

it("says that the session has ended, without redirecting, while somebody is still writing", async () => {
  const action = formAction(refuse(new AppError("UNAUTHENTICATED")), { reply: () => null, ending: "told" });
  expect(refusalOf(await action(null, rightForm()))).toMatchObject({ code: "SESSION_ENDED", values: {} });
});

it("does nothing for a form of another site", async () => {
  site.isSameOrigin = false;
  const command = vi.fn();
  await expect(formAction(command, { goTo: () => "/plans" })(null, rightForm())).rejects.toMatchObject({
    digest: "NEXT_HTTP_ERROR_FALLBACK;403",
  });
  expect(command).not.toHaveBeenCalled();
});

it("rethrows the command's redirects, and its faults after logging them", async () => {
  const away = Object.assign(new Error("away"), { digest: "NEXT_REDIRECT;replace;/elsewhere;307;" });
  expect(await addressOf(formAction(refuse(away), { goTo: () => "/plans" })(null, rightForm()))).toBe("/elsewhere");
  expect(logged).not.toHaveBeenCalled();
  const fault = new Error("broken");
  await expect(formAction(refuse(fault), { goTo: () => "/plans" })(null, rightForm())).rejects.toBe(fault);
  expect(logged).toHaveBeenCalledWith(expect.objectContaining({ event: "action_failed", err: fault }));
  expect(refresh).not.toHaveBeenCalled();
});
