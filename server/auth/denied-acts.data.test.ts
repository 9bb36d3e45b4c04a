import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { reportProgress } from "@/features/activities/server/report-progress";
import { auditAddress } from "@/features/audit/address";
import { listAudit } from "@/features/audit/server/list-audit";
import { addComment } from "@/features/comments/server/add-comment";
import { addUser } from "@/features/users/server/add-user";
import { type Context, systemContext } from "../context";
import { measures } from "../observability/metrics";
import { contextOf, countAudit } from "../testing";
import { addOngoing } from "../testing-entries";
import { actAsSite } from "../testing-process";
import { deniedAction } from "./denied-acts";

let database: TestDatabase;
let viewer: Context;
let thai: Context;
let entryId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database);
  entryId = await addOngoing(database.db, { proponent: "LA" });
});
afterAll(() => database.drop());
beforeEach(async () => {
  viewer = await contextOf(database.db, "viewer");
  thai = await contextOf(database.db, "focal", "TH");
});

const denialsOf = ({ actor }: Context) =>
  database.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.action, deniedAction), eq(auditLog.actorId, actor.userId ?? 0)));

const comment = (context: Context) => addComment(context, { entryId, audience: "all", text: "No.", mentions: [] });
const person = { email: "new@ministry.example", name: "New", role: "viewer" as const };
const refused = (act: Promise<unknown>) => expect(act).rejects.toMatchObject({ code: "FORBIDDEN" });
const audit = (context: Context) => listAudit(context, { query: auditAddress.read(new URLSearchParams()) });

async function counted(permission: string, role: string): Promise<number> {
  const { text } = await measures();
  const line = new RegExp(`^denied_acts_total\\{permission="${permission}",role="${role}"\\} (\\d+)$`, "m");
  return Number(line.exec(text)?.[1] ?? 0);
}

describe("a denied act", () => {
  it("is counted each time, and audited once an hour even with concurrent requests", async () => {
    const before = await counted("comment.add", "viewer");
    await Promise.all(Array.from({ length: 12 }, () => refused(comment(viewer))));
    await refused(comment(viewer));
    expect(await counted("comment.add", "viewer")).toBe(before + 13);
    expect(await denialsOf(viewer)).toMatchObject([
      {
        actorName: viewer.actor.name,
        subject: "plan_entries",
        subjectId: entryId,
        before: null,
        after: { permission: "comment.add", act: "comment.add" },
        requestId: viewer.requestId,
      },
    ]);
    await database.db.execute(sql`update rate_limits set expire = 1 where key like 'denied:%'`);
    await refused(comment(viewer));
    expect(await denialsOf(viewer)).toHaveLength(2);
  });

  it("is audited once per permission, with the actor as subject if the input names none", async () => {
    await refused(comment(viewer));
    await refused(addUser(viewer, person));
    await refused(audit(viewer));
    const rows = await denialsOf(viewer);
    expect(rows.map(({ after }) => (after as { permission: string }).permission)).toEqual([
      ...["comment.add", "user.create", "audit.read"],
    ]);
    expect(rows[1]).toMatchObject({ subject: "users", subjectId: viewer.actor.userId });
  });

  it("includes a row that exists but is out of the actor's reach", async () => {
    const fields = { entryId, version: 1, status: "ongoing" as const, schedule: "on_track" as const, progress: "50" };
    await expect(reportProgress(thai, fields)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await denialsOf(thai)).toMatchObject([{ subject: "plan_entries", subjectId: entryId }]);
    const officer = await contextOf(database.db, "officer");
    const nowhere = reportProgress(officer, { ...fields, entryId: 99_999_999 });
    await expect(nowhere).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await denialsOf(officer)).toEqual([]);
  });

  it("does not include requests of nobody or invalid input", async () => {
    const rows = await database.db.$count(auditLog);
    const nobody = {
      ...systemContext(database.db),
      actor: { ...systemContext(database.db).actor, role: "viewer" as const },
    };
    await refused(addUser(nobody, person));
    const officer = await contextOf(database.db, "officer");
    await expect(addComment(officer, { entryId, audience: "all", text: "", mentions: [] })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    expect(await database.db.$count(auditLog)).toBe(rows);
  });

  it("is refused even if it cannot be audited", async () => {
    await database.db.execute(sql`alter table rate_limits rename to rate_limits_away`);
    await refused(comment(viewer));
    await database.db.execute(sql`alter table rate_limits_away rename to rate_limits`);
    expect(await denialsOf(viewer)).toEqual([]);
  });

  it("is not counted as a change", async () => {
    const before = await countAudit(database.db);
    await refused(comment(viewer));
    expect(await countAudit(database.db)).toBe(before);
  });
});
