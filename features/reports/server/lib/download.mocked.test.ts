import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { AppError } from "@/domain/errors";
import type { Role } from "@/domain/roles";
import { workPlanMatrix } from "@/features/reports/documents/work-plan/document";
import type { Context } from "@/server/context";
import { countAudit, everyRole } from "@/server/testing";
import { answerDownload, type Download } from "./download";

const { freshContext, renderReport } = vi.hoisted(() => ({ freshContext: vi.fn(), renderReport: vi.fn() }));
vi.mock("@/server/request/request-context", () => ({ currentPerson: freshContext, freshContext }));
vi.mock("@/features/reports/render/render-report", () => ({ renderReport }));
vi.mock("node:os", async (original) => ({ ...(await original<object>()), availableParallelism: () => 4 }));
vi.mock("next-intl/server", () => ({ getLocale: async () => "en" }));

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());
beforeEach(() => {
  freshContext.mockResolvedValue(roles.viewer);
  renderReport.mockReset().mockResolvedValue(new TextEncoder().encode("the file"));
});

async function matrix(context: Context): Promise<Download> {
  const input = { plan: "CYCLE-2023", lang: null, label: "internal" as const };
  const { model } = await workPlanMatrix.export(context, input);
  return { model, format: "csv", name: "ຕາຕະລາງ", asciiName: "matrix", filters: { plan: "CYCLE-2023" } };
}

const ask = (method: string, make = matrix) =>
  answerDownload(new Request("http://127.0.0.1:3000/reports/work-plan/export?format=csv", { method }), make);

it("a download records one export", async () => {
  const rows = await countAudit(database.db);
  const answer = await ask("GET");
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(await answer.text()).toBe("the file");
  expect(await countAudit(database.db)).toBe(rows + 1);
});

it("a file written in batches is sent in parts, with the recorded size", async () => {
  const parts = ["\uFEFFa\r\n", "ກ\r\n", "b\r\n"].map((part) => new TextEncoder().encode(part));
  const written = { kind: "activity_list" as const, language: "lo" as const, rows: 2, parts };
  const answer = await ask("GET", async () => ({
    written,
    format: "csv",
    name: "ກິດຈະກຳ",
    asciiName: "activities",
    filters: { list: "/activities" },
  }));
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.concat(parts));
  const [row] = (await database.pool.query("select after from audit_log order by seq desc limit 1")).rows;
  expect(row.after).toMatchObject({ report: "activity_list", rows: 2, bytes: 14, filters: { list: "/activities" } });
});

it("HEAD neither renders the file nor records an export", async () => {
  const rows = await countAudit(database.db);
  const answer = await ask("HEAD");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toContain("matrix.csv");
  expect(answer.body).toBeNull();
  expect(renderReport).not.toHaveBeenCalled();
  expect(await countAudit(database.db)).toBe(rows);
});

it("names the file after a text with a slash and a code in Lao", async () => {
  const named = async (context: Context) => ({
    ...(await matrix(context)),
    name: "Plan 2031/32",
    asciiName: "plan-ແຜນ",
  });
  expect((await ask("HEAD", named)).headers.get("content-disposition")).toBe(
    `attachment; filename="plan.csv"; filename*=UTF-8''Plan%202031-32.csv`,
  );
});

it("sends Retry-After while the database cannot be reached", async () => {
  const answer = await ask("GET", () => Promise.reject(new AppError("UNAVAILABLE")));
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("5");
});

it("limits concurrent downloads, refuses the others with a message to retry, and works again afterwards", async () => {
  let atOnce = 0;
  let most = 0;
  const slow = async (context: Context) => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    const made = await matrix(context);
    atOnce -= 1;
    return made;
  };
  const answers = await Promise.all(Array.from({ length: 25 }, () => ask("GET", slow)));
  expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toEqual([429, 429, 429]);
  const [refused] = answers.filter(({ status }) => status === 429);
  expect(refused?.headers.get("retry-after")).toBe("15");
  expect(await refused?.json()).toMatchObject({
    error: { code: "REPORT_BUSY", message: expect.stringContaining("again") },
  });
  expect(most).toBe(2);
  expect((await ask("GET")).status).toBe(200);
});

it("makes nothing for a client that has disconnected", async () => {
  const gone = new Request("http://127.0.0.1:3000/reports/work-plan/export?format=csv", {
    signal: AbortSignal.abort(),
  });
  const make = vi.fn(matrix);
  expect((await answerDownload(gone, make)).status).toBe(429);
  expect(make).not.toHaveBeenCalled();
});
