import { NextRequest } from "next/server";
import { beforeEach, expect, it, vi } from "vitest";
import { AppError } from "./domain/errors";
import { proxy } from "./proxy";

const settings = vi.hoisted(() => ({
  NODE_ENV: "production",
  PORT: 3000,
  AUTH_SECRET: "no cookie was made with this",
}));
const { preparePast, person } = vi.hoisted(() => ({
  preparePast: vi.fn<() => Promise<unknown>>(),
  person: { actor: { userId: 7 } },
}));
vi.mock("@/env", () => ({ env: () => settings }));
vi.mock("@/server/gate/admission", () => ({
  admit: async () => ({ refusal: null, kind: "person" }),
  away: { status: 503, code: "UNAVAILABLE", headers: { "Retry-After": "5" } },
}));
vi.mock("@/server/request/request-store", () => ({ requestStore: () => ({ isLocal: true, person }) }));
vi.mock("@/server/past/prepare-past", () => ({ preparePast }));
vi.mock("@/db/client", () => ({ database: () => ({}) }));

beforeEach(() => {
  preparePast.mockReset().mockResolvedValue(null);
});

const ask = (path: string, language = "en", accept = "text/html") =>
  proxy(
    new NextRequest(new URL(path, "http://127.0.0.1:3000"), {
      headers: { host: "127.0.0.1:3000", cookie: `aat-session=any; locale=${language}`, accept },
    }),
  );

it("prepares the moments of an address for the person who asks, before its page begins", async () => {
  expect((await ask("/activities?asof=2025-03-12")).status).toBe(200);
  expect(preparePast).toHaveBeenLastCalledWith(7, [{ day: "2025-03-12", meeting: null }]);
  expect((await ask("/meetings/compare?from=2025-03-12&to=2025-04-01")).status).toBe(200);
  expect(preparePast).toHaveBeenLastCalledWith(7, [
    { day: "2025-03-12", meeting: null },
    { day: "2025-04-01", meeting: null },
  ]);
  preparePast.mockClear();
  expect((await ask("/activities")).status).toBe(200);
  expect((await ask("/activities?asof=today")).status).toBe(200);
  expect(preparePast).not.toHaveBeenCalled();
});

it.each([
  ["AS_OF_PREPARING", { day: "2025-03-12" }, 503, "3", "12\u00a0Mar\u00a02025", "12\u00a0ມີນາ\u00a02025"],
  ["AS_OF_BUSY", {}, 503, "10", "one after the other", "ເທື່ອລະວັນ"],
  ["AS_OF_SPENT", { minutes: 4 }, 429, "240", "4 min", "4 ນາທີ"],
] as const)("%s is answered with its status, Retry-After and a message", async (code, params, status, wait, en, lo) => {
  preparePast.mockResolvedValue(new AppError(code, { params }));
  for (const [language, words] of [
    ["en", en],
    ["lo", lo],
  ] as const) {
    const page = await ask("/activities?asof=2025-03-12", language);
    expect([page.status, page.headers.get("retry-after")]).toEqual([status, wait]);
    expect(await page.text()).toContain(words);
  }
});

it("a failed preparation is answered like a failed database", async () => {
  preparePast.mockRejectedValue(new Error("no connection"));
  const response = await ask("/activities?asof=2025-03-12");
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
});
