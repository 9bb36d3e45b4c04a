import { NextRequest } from "next/server";
import { beforeEach, expect, it, vi } from "vitest";
import { admit } from "./admission";
import type { Identity } from "./identify";

const { takeSlot, requestStore, identify, isKnownAway, unreadOf } = vi.hoisted(() => ({
  takeSlot: vi.fn(),
  requestStore: vi.fn(),
  identify: vi.fn<() => Promise<Identity>>(),
  isKnownAway: vi.fn<() => boolean>(),
  unreadOf: vi.fn<() => number>(),
}));
vi.mock("../request/request-queue", () => ({ takeSlot }));
vi.mock("../request/request-store", () => ({ requestStore }));
vi.mock("../observability/health", () => ({ isKnownAway }));
vi.mock("../sending/unread", () => ({ unreadOf, mostUnread: 16 }));
vi.mock("./identify", () => ({ identify }));

const person: Identity = { asker: { key: "person 1", isKnown: true }, kind: "person" };
const nobody: Identity = { asker: { key: "address 198.51.100.7", isKnown: false }, kind: "nobody" };

type Note = {
  isLoopback: boolean;
  onMade?: () => void;
  isMade?: boolean;
  onGate?: () => void;
  askerKey?: string;
};
let store: Note;

beforeEach(() => {
  store = { isLoopback: false };
  requestStore.mockReset().mockReturnValue(store);
  identify.mockReset().mockResolvedValue(person);
  isKnownAway.mockReset().mockReturnValue(false);
  unreadOf.mockReset().mockReturnValue(0);
  takeSlot.mockReset().mockResolvedValue({ hasWaited: false, release: () => undefined });
});

const ask = (path: string, method = "GET", headers: Record<string, string> = {}) =>
  admit(new NextRequest(new URL(path, "http://127.0.0.1:3000"), { method, headers }));

it("releases the slot when the answer has been made, even before the slot was taken", async () => {
  const release = vi.fn();
  takeSlot.mockResolvedValue({ hasWaited: false, release });
  await ask("/activities");
  expect(release).not.toHaveBeenCalled();
  store.onMade?.();
  expect(release).toHaveBeenCalledTimes(1);
  store.isMade = true;
  await ask("/activities");
  expect(release).toHaveBeenCalledTimes(2);
});

it.each([
  ["/activities", "GET", {}, ["requests"]],
  ["/activities", "POST", {}, ["writes"]],
  ["/api/v1/entries/7", "PUT", {}, ["writes"]],
  ["/activities/7/evidence/3", "GET", {}, ["files"]],
  ["/activities/7/evidence/new", "GET", {}, ["requests"]],
  ["/activities/export", "GET", {}, []],
  ["/activities", "POST", { "x-action-forwarded": "1" }, ["writes"]],
] as const)("%s with method %s and headers %j waits in %j", async (path, method, headers, queues) => {
  await ask(path, method, headers);
  expect(takeSlot.mock.calls.map(([queue]) => queue)).toEqual(queues);
});

it("takes no second slot for an action that Next forwards to itself", async () => {
  store.isLoopback = true;
  await ask("/activities", "POST", { "x-action-forwarded": "1" });
  expect(takeSlot).not.toHaveBeenCalled();
});

it("refuses with 503 if no slot becomes free, and identifies the caller again after a wait", async () => {
  takeSlot.mockResolvedValue(null);
  expect((await ask("/activities")).refusal).toMatchObject({ status: 503, code: "OVERLOADED" });
  takeSlot.mockResolvedValue({ hasWaited: true, release: () => undefined });
  identify.mockReset().mockResolvedValueOnce(person).mockResolvedValueOnce(nobody);
  expect(await ask("/activities")).toEqual({ refusal: null, kind: "nobody" });
  expect(identify).toHaveBeenCalledTimes(2);
});

it("lets the next request in before it waits, and does not query a database that is known to be away", async () => {
  const onGate = vi.fn();
  store.onGate = onGate;
  let atGate = 0;
  takeSlot.mockImplementation(async () => {
    atGate = onGate.mock.calls.length;
    return { hasWaited: false, release: () => undefined };
  });
  await ask("/activities");
  expect(atGate).toBe(1);
  isKnownAway.mockReturnValue(true);
  identify.mockClear();
  expect((await ask("/activities")).refusal).toMatchObject({ status: 503, code: "UNAVAILABLE" });
  expect(identify).not.toHaveBeenCalled();
});

it("refuses a person with sixteen unread answers, but not an address with as many", async () => {
  unreadOf.mockReturnValue(16);
  expect((await ask("/activities")).refusal).toMatchObject({ status: 429, code: "TOO_MANY_UNREAD" });
  identify.mockResolvedValue(nobody);
  expect((await ask("/sign-in")).refusal).toBeNull();
});
