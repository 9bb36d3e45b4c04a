import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { addUser } from "@/features/users/server/add-user";
import { writeAudit } from "@/server/audit";
import type { Context } from "@/server/context";
import { everyRole } from "@/server/testing";
import { auditAddress } from "../address";
import { auditWords } from "../audit-words";
import { exportAudit } from "./export-audit";
import { listAudit } from "./list-audit";

let database: TestDatabase;
let by: Record<Role, Context>;
let entryId: number;

const query = (text = "") => ({ query: auditAddress.read(new URLSearchParams(text)) });

beforeAll(async () => {
  database = await createTestDatabase();
  by = await everyRole(database.db);
  const { rows } = await database.pool.query("select min(id) as id from plan_entries");
  entryId = rows[0].id;
  const write = (context: Context, action: string, at: string, after: Record<string, unknown>, subjectId = entryId) =>
    database.db.transaction((tx) =>
      writeAudit(tx, { ...context, now: new Date(at) }, action, { subject: "plan_entries", subjectId, after }),
    );
  await write(by.officer, "entry.report", "2024-02-28T16:59:59Z", { textLo: "ຈັດກອງປະຊຸມ 100 %" });
  await write(by.focal, "entry.report", "2024-02-28T17:00:00Z", { textEn: "A workshop_was held" });
  await write({ ...by.officer, address: "192.0.2.44" }, "entry.progress", "2024-03-01T16:59:59Z", { progress: 45 });
  for (let number = 0; number < 60; number += 1)
    await write(by.manager, "entry.update", "2024-04-01T00:00:00Z", { number }, 99_999_999);
});
afterAll(() => database.drop());

describe("the audit page", () => {
  it("shows fifty rows a page, newest first, each row once", async () => {
    const seen: number[] = [];
    let before = "";
    for (;;) {
      const page = await listAudit(by.admin, query(before && `before=${before}`));
      expect(page.total).toBe(64);
      seen.push(...page.lines.map(({ seq }) => seq));
      if (page.older === null) break;
      expect(page.lines).toHaveLength(50);
      before = String(page.older);
    }
    expect(seen).toEqual(Array.from({ length: 64 }, (_, index) => 64 - index));
  });

  it.each([
    ["action=entry.report", 2],
    ["subject=plan_entries&id=99999999", 60],
    ["subject=work_plans", 1],
    ["person=nobody", 1],
    // Days are counted in Vientiane time: 29 February begins at 17:00 UTC on the 28th.
    ["from=2024-02-29&to=2024-03-01", 2],
    ["to=2024-02-28", 1],
    ["q=ກອງປະຊຸມ", 1],
    ["q=100 %25", 1],
    ["q=WORKSHOP_was", 1],
    ["q=workshop was", 1],
    ["q=ກອງ ປະຊຸມ", 1],
    ["q=ກອງປະຊຸ່ມ ໑໐໐", 1],
    ["q=workshop%25held", 0],
    ["q=192.0.2.44", 1],
    ["action=no.such", 0],
  ])("%s matches %i rows, on the page and in the file", async (text, count) => {
    expect((await listAudit(by.admin, query(text))).total).toBe(count);
    expect((await exportAudit(by.admin, query(text))).lines).toHaveLength(count);
  });

  it("filters by person", async () => {
    const { lines } = await listAudit(by.admin, query(`person=${by.focal.actor.userId}`));
    expect(lines).toMatchObject([{ actorName: by.focal.actor.name, action: "entry.report" }]);
  });

  it("names the subject of a row if it still exists, and lists each field before and after", async () => {
    const { userId } = await addUser(by.admin, { email: "new@ministry.example", name: "Somchit", role: "viewer" });
    const [user] = (await listAudit(by.admin, query("action=user.add"))).lines;
    expect(user?.found).toEqual({ en: "Somchit", lo: null, href: `/admin/users/${userId}` });
    expect(user?.fields).toContainEqual({ field: "email", before: null, after: "new@ministry.example" });
    const [entry] = (await listAudit(by.admin, query(`subject=plan_entries&id=${entryId}`))).lines;
    expect(entry?.found?.href).toBe(`/activities/${entryId}`);
    const [gone] = (await listAudit(by.admin, query("action=entry.update"))).lines;
    expect(gone?.found).toBeNull();
    expect(JSON.stringify([user, entry, gone])).not.toContain("ash");
  });

  it("names everything that its changes refer to, with one query for the page", async () => {
    const { db, pool } = database;
    const { rows } = await pool.query<{ state: number; partner: number; plan: number; meeting: number }>(
      `select (select id from member_states where code = 'VN') as state, (select id from partners where code = 'JP') as partner,
        (select min(id) from work_plans) as plan, (select id from meetings where code = 'ADGMIN-3') as meeting`,
    );
    const [{ state, partner, plan, meeting } = { state: 0, partner: 0, plan: 0, meeting: 0 }] = rows;
    const parties = [{ id: 77, role: "funder", memberStateId: null, partnerId: partner }];
    const after = {
      proponentStateId: state,
      parties,
      meetingId: meeting,
      toPlanId: plan,
      mentions: [by.viewer.actor.userId],
    };
    await db.transaction((tx) =>
      writeAudit(tx, by.officer, "plan.close", { subject: "work_plans", subjectId: plan, after }),
    );
    const execute = vi.spyOn(db, "execute");
    const { lines, names } = await listAudit(by.admin, query("action=plan.close"));
    expect(execute).toHaveBeenCalledTimes(1);
    execute.mockRestore();
    const words = { en: auditWords("en", names), lo: auditWords("lo", names) };
    const told = (language: "en" | "lo") =>
      lines[0]?.fields.map((change) => [change.field, words[language].change(change).after.text]);
    expect(Object.fromEntries(told("en") ?? [])).toMatchObject({
      proponentStateId: "Viet Nam",
      parties: "Japan, Funder",
      mentions: by.viewer.actor.name,
    });
    expect(Object.fromEntries(told("lo") ?? [])).toMatchObject({
      proponentStateId: "ສສ ຫວຽດນາມ",
      parties: "ຍີ່ປຸ່ນ, ຜູ້ໃຫ້ທຶນ",
    });
    expect(told("en")?.filter(([, text]) => /^\d+$/.test(text ?? ""))).toEqual([]);
    expect(lines[0]?.found).toMatchObject({ href: `/plans/${plan}`, en: expect.stringContaining("ADGSOM") });
  });

  it("is readable by administrators only, and shows them refused attempts", async () => {
    for (const role of ["manager", "officer", "focal", "viewer"] as const) {
      await expect(listAudit(by[role], query())).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(exportAudit(by[role], query())).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const { total, lines } = await listAudit(by.admin, query("action=access.denied"));
    expect(total).toBe(4);
    expect(lines.map(({ actorName }) => actorName)).toContain(by.viewer.actor.name);
  });
});
