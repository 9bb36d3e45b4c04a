import { beforeEach, describe, expect, it, vi } from "vitest";
import type { RequestStore } from "../request/request-store";
import { openMetrics } from "./metrics-access";

type Settings = { METRICS_TOKEN?: string; METRICS_OPEN: boolean; TRUSTED_PROXIES: string[] };
const settings = vi.hoisted((): Settings => ({ METRICS_OPEN: false, TRUSTED_PROXIES: [] }));
const { requestStore } = vi.hoisted(() => ({ requestStore: vi.fn<() => Partial<RequestStore> | undefined>() }));
vi.mock("@/env", () => ({ env: () => settings }));
vi.mock("../request/request-store", () => ({ requestStore }));
const { isDatabaseUp, passDoor } = vi.hoisted(() => ({ isDatabaseUp: vi.fn(), passDoor: vi.fn() }));
vi.mock("./health", () => ({ isDatabaseUp }));
vi.mock("../auth/secret-door", () => ({ passDoor }));
vi.mock("@/db/client", () => ({ database: () => ({}) }));

const token = "reads-the-measures-from-another-machine";
beforeEach(() => {
  settings.METRICS_TOKEN = undefined;
  settings.METRICS_OPEN = false;
  requestStore.mockReset().mockReturnValue({ isLocal: true });
  isDatabaseUp.mockReset().mockResolvedValue(true);
  passDoor.mockReset().mockImplementation((_door, _tries, run) => run());
});

/** True if a request with this header may read the metrics. */
async function mayReadMetrics(authorization: string | null): Promise<boolean> {
  const headers = new Headers(authorization === null ? {} : { authorization });
  return openMetrics(headers).then(
    () => true,
    () => false,
  );
}

describe("the metrics", () => {
  it("are refused on the machine itself without a token, with or without METRICS_TOKEN", async () => {
    expect(await mayReadMetrics(null)).toBe(false);
    settings.METRICS_TOKEN = token;
    expect(await mayReadMetrics(null)).toBe(false);
    expect(await mayReadMetrics(`Bearer ${token}`)).toBe(true);
    expect(await mayReadMetrics("Bearer guessed")).toBe(false);
    expect(await mayReadMetrics("Bearer undefined")).toBe(false);
  });

  it("are open to the machine alone with METRICS_OPEN", async () => {
    settings.METRICS_OPEN = true;
    expect(await mayReadMetrics(null)).toBe(true);
    requestStore.mockReturnValue({ isLocal: false });
    expect(await mayReadMetrics(null)).toBe(false);
    requestStore.mockReturnValue(undefined);
    expect(await mayReadMetrics(null)).toBe(false);
  });

  it("are not opened by a wrong token, even with METRICS_OPEN", async () => {
    settings.METRICS_OPEN = true;
    expect(await mayReadMetrics("Bearer guessed")).toBe(false);
    settings.METRICS_TOKEN = token;
    expect(await mayReadMetrics(`Bearer ${token}`)).toBe(true);
  });

  it("throttle wrong tokens, and still answer while the database is away", async () => {
    settings.METRICS_TOKEN = token;
    expect(await mayReadMetrics("Bearer guessed")).toBe(false);
    expect(passDoor).toHaveBeenCalledTimes(1);
    isDatabaseUp.mockResolvedValue(false);
    expect(await mayReadMetrics(`Bearer ${token}`)).toBe(true);
    expect(await mayReadMetrics("Bearer guessed")).toBe(false);
    expect(passDoor).toHaveBeenCalledTimes(1);
  });
});
