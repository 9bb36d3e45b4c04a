import { beforeEach, describe, expect, it, vi } from "vitest";
import { mayReadMetrics } from "./metrics-access";
import type { RequestNote } from "./request-note";

const settings = vi.hoisted((): { METRICS_TOKEN?: string; METRICS_OPEN: boolean } => ({ METRICS_OPEN: false }));
const { requestNote } = vi.hoisted(() => ({ requestNote: vi.fn<() => Partial<RequestNote> | undefined>() }));
vi.mock("@/env", () => ({ env: () => settings }));
vi.mock("./request-note", () => ({ requestNote }));

const token = "reads-the-measures-from-another-machine";
beforeEach(() => {
  settings.METRICS_TOKEN = undefined;
  settings.METRICS_OPEN = false;
  requestNote.mockReset().mockReturnValue({ isLocal: true });
});

describe("the measures", () => {
  it("are shut on the machine itself without a token, whether one is set or not", () => {
    expect(mayReadMetrics(null)).toBe(false);
    settings.METRICS_TOKEN = token;
    expect(mayReadMetrics(null)).toBe(false);
    expect(mayReadMetrics(`Bearer ${token}`)).toBe(true);
    expect(mayReadMetrics("Bearer guessed")).toBe(false);
    expect(mayReadMetrics("Bearer undefined")).toBe(false);
  });

  it("are open to the machine alone where METRICS_OPEN says so", () => {
    settings.METRICS_OPEN = true;
    expect(mayReadMetrics(null)).toBe(true);
    requestNote.mockReturnValue({ isLocal: false });
    expect(mayReadMetrics(null)).toBe(false);
    requestNote.mockReturnValue(undefined);
    expect(mayReadMetrics(null)).toBe(false);
  });

  it("are not opened by a wrong token, also there", () => {
    settings.METRICS_OPEN = true;
    expect(mayReadMetrics("Bearer guessed")).toBe(false);
    settings.METRICS_TOKEN = token;
    expect(mayReadMetrics(`Bearer ${token}`)).toBe(true);
  });
});
