import { and, desc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { referencesTo } from "@/db/references";
import { auditLog } from "@/db/schema/audit-log";
import { bodies, funds, partners } from "@/db/schema/bodies";
import { memberStates } from "@/db/schema/member-states";
import { outcomes } from "@/db/schema/periods";
import { citations } from "@/db/schema/sources";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { roles as allRoles, type Role } from "@/domain/roles";
import { auditAddress } from "@/features/audit/address";
import { listAudit } from "@/features/audit/server/list-audit";
import { catalogue } from "@/i18n/catalogue";
import type { Context } from "@/server/context";
import { countAudit, everyRole, stateId } from "@/server/testing";
import { addOngoing } from "@/server/testing-entries";
import { declarations, type ReferenceKind, referenceKinds } from "../kinds";
import { addReference } from "./add-reference";
import { editReference } from "./edit-reference";
import { getReference } from "./get-reference";
import { placeOf } from "./lib/tables";
import { listReference } from "./list-reference";
import { listReferenceChoices } from "./list-reference-choices";
import { removeReference } from "./remove-reference";
import { renameReference } from "./rename-reference";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  const all = await everyRole(database.db, "LA");
  const now = new Date("2026-11-22T03:00:00Z");
  roles = Object.fromEntries(Object.entries(all).map(([role, one]) => [role, { ...one, now }])) as typeof all;
});
afterAll(() => database.drop());

const lastAudit = async () => (await database.db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1))[0];
const field = (name: string, code: string) => ({
  code: "INVALID_INPUT",
  fields: [expect.objectContaining({ field: name, code })],
});
const page = (kind: ReferenceKind, id: number) => getReference(roles.manager, { table: kind, id });

async function bodyOf(code: string): Promise<number> {
  const [row] = await database.db.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, code));
  return row?.id ?? 0;
}

/** A valid row of each kind, as a form sends it. */
async function formOf(kind: ReferenceKind): Promise<Record<string, string> & { table: ReferenceKind }> {
  const { db } = database;
  const [plan] = await db.select({ id: outcomes.masterplanId, outcome: outcomes.id }).from(outcomes).limit(1);
  const named = { nameEn: "A new row", nameLo: "ແຖວໃໝ່" };
  const forms: Record<ReferenceKind, Record<string, string>> = {
    bodies: { code: "WG-AI", actsAs: "JWG", ...named },
    partners: { code: "NO", kind: "sectoral_partner", ...named },
    agencies: { memberStateId: String(await stateId(db, "LA")), abbreviation: "NEW", ...named },
    masterplans: { code: "ADM2040", ...named, startsOn: "2036-01-01", endsOn: "2040-12-31" },
    outcomes: { masterplanId: String(plan?.id), ordinal: "77", code: "ADM2025-DO77", ...named },
    enabling_actions: { outcomeId: String(plan?.outcome), code: "1.2", ...named },
    periods: { code: "CYCLE-2027", kind: "work_cycle", ...named, startsOn: "2027-01-01", endsOn: "2027-12-31" },
    member_states: { code: "XX", code3: "XXX", ...named, protocolOrder: "4", joinedOn: "2026-10-01" },
    funds: { code: "ADF", ...named },
  };
  return { ...forms[kind], table: kind };
}

describe.each(referenceKinds)("%s", (kind) => {
  it("are added, corrected, renamed and removed by heads, each change audited", async () => {
    const made = await addReference(roles.manager, await formOf(kind));
    expect(made.kind).toBe(kind);
    const { id } = made;
    expect(await lastAudit()).toMatchObject({
      action: "reference.add",
      subject: kind,
      subjectId: id,
      actorId: roles.manager.actor.userId,
    });
    const { lines } = await listAudit(roles.admin, {
      query: auditAddress.read(new URLSearchParams("action=reference.add")),
    });
    expect(lines[0]?.found).toEqual({
      en: "A new row",
      lo: "ແຖວໃໝ່",
      href: `/settings/reference/${id}?kind=${kind}`,
    });
    const { fields, uses, former } = await page(kind, id);
    expect([fields.nameEn, uses, former]).toEqual(["A new row", [], []]);

    await editReference(roles.admin, { ...fields, table: kind, id, nameEn: "A corrected row" });
    expect(await lastAudit()).toMatchObject({
      action: "reference.edit",
      before: { nameEn: "A new row" },
      after: { nameEn: "A corrected row" },
    });
    const stale = editReference(roles.admin, { ...fields, table: kind, id, nameEn: "Too late" });
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT", current: { nameEn: "A corrected row" } });

    const from = kind === "masterplans" || kind === "periods" ? null : "2026-11-01";
    if (from) {
      await renameReference(roles.manager, { table: kind, id, version: 2, nameEn: "Its new name", from });
      expect(await lastAudit()).toMatchObject({ action: "reference.rename", after: { nameEn: "Its new name", from } });
      expect((await page(kind, id)).former).toEqual([{ en: "A corrected row", lo: "ແຖວໃໝ່", validTo: "2026-10-31" }]);
    }
    const version = Number((await page(kind, id)).fields.version);
    await removeReference(roles.manager, { table: kind, id, version });
    expect(await lastAudit()).toMatchObject({ action: "reference.remove", subject: kind, subjectId: id });
    await expect(page(kind, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("are closed to all others", async () => {
    const before = await countAudit(database.db);
    const form = await formOf(kind);
    for (const role of allRoles.filter((one) => one !== "admin" && one !== "manager")) {
      const row = { table: kind, id: 1, version: 1 };
      const acts = [
        () => addReference(roles[role], form),
        () => editReference(roles[role], { ...form, ...row }),
        () => renameReference(roles[role], { ...row, nameEn: "Other", from: "2026-01-01" }),
        () => removeReference(roles[role], row),
        () => listReference(roles[role], { table: kind }),
        () => listReferenceChoices(roles[role], { table: kind }),
        () => getReference(roles[role], { table: kind, id: 1 }),
      ];
      for (const act of acts) await expect(act(), role).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await countAudit(database.db)).toBe(before);
  });

  it("are refused with the field named", async () => {
    const form = await formOf(kind);
    const add = (more: Record<string, string>) => addReference(roles.manager, { ...form, ...more });
    await expect(add({ nameEn: " " })).rejects.toMatchObject(field("nameEn", "REQUIRED"));
    const { from, to, fields } = declarations[kind];
    await expect(add({ [from]: "2030-01-02", [to]: "2030-01-01" })).rejects.toMatchObject(
      field(to, "END_BEFORE_START"),
    );
    for (const one of fields.filter(({ type, isRequired }) => type === "row" || (isRequired && type !== "text"))) {
      if (one.type === "row")
        await expect(add({ [one.name]: "99999999" })).rejects.toMatchObject(field(one.name, "UNKNOWN_CHOICE"));
      else await expect(add({ [one.name]: "" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    }
  });

  it("are protected by every foreign key of the database, each table with its words", async () => {
    const { rows } = await database.db.execute<{ table: string }>(sql`
      select distinct conrelid::regclass::text as table from pg_constraint
      where contype = 'f' and confrelid = ${kind}::regclass order by 1`);
    const known = [...new Set(referencesTo(placeOf(kind).table).map(({ name }) => name))].sort();
    expect(known).toEqual(rows.map(({ table }) => table));
    for (const table of known) expect(Object.keys(catalogue.en.reference.useOf)).toContain(table);
  });
});

describe("a row that is used", () => {
  it("stays, keeps its code, and says what uses it", async () => {
    const id = await bodyOf("ADGMIN");
    const { fields, uses } = await page("bodies", id);
    expect(uses).toEqual([{ table: "meetings", count: 6 }]);
    const remove = removeReference(roles.admin, { table: "bodies", id, version: fields.version });
    await expect(remove).rejects.toMatchObject({ code: "REFERENCE_IN_USE", params: { count: 6 } });
    const recode = editReference(roles.admin, { ...fields, table: "bodies", id, code: "OTHER" });
    await expect(recode).rejects.toMatchObject(field("code", "CODE_IN_USE"));
  });

  it("can end on a day", async () => {
    const id = await bodyOf("RETREAT");
    const { fields } = await page("bodies", id);
    await editReference(roles.manager, { ...fields, table: "bodies", id, validTo: "2025-12-31" });
    const line = (await listReference(roles.manager, { table: "bodies" })).find((row) => row.id === id);
    expect(line).toMatchObject({ to: "2025-12-31", isOver: true });
  });

  it("may be a fund, which entries name as their source prints it", async () => {
    await addOngoing(database.db, { fund: "JAIF" });
    const { id } = await addReference(roles.manager, {
      table: "funds",
      code: "JAIF",
      nameEn: "Japan–ASEAN Integration Fund",
    });
    expect((await page("funds", id)).uses).toEqual([{ table: "plan_entries", count: 1 }]);
    await expect(removeReference(roles.manager, { table: "funds", id, version: 1 })).rejects.toMatchObject({
      code: "REFERENCE_IN_USE",
    });
    expect(await database.db.$count(funds, eq(funds.id, id))).toBe(1);
  });

  it("loses its sources with it, if it is removed", async () => {
    const [row] = await database.db.select().from(partners).where(eq(partners.code, "NZ"));
    const id = row?.id ?? 0;
    const cited = and(eq(citations.subject, "partners"), eq(citations.subjectId, id));
    expect(await database.db.$count(citations, cited)).toBeGreaterThan(0);
    await removeReference(roles.manager, { table: "partners", id, version: 1 });
    expect(await database.db.$count(citations, cited)).toBe(0);
  });
});

describe("a new name", () => {
  const rename = (id: number, version: number, more: object) =>
    renameReference(roles.manager, {
      table: "bodies",
      id,
      version,
      nameEn: "Digital Ministers",
      nameLo: "ລັດຖະມົນຕີ",
      from: "2026-02-01",
      ...more,
    });

  it("counts from its day on; refused if ahead, too early, or the same", async () => {
    const id = await bodyOf("ADGMIN");
    const { en, lo } = await page("bodies", id);
    await expect(rename(id, 1, { from: "2026-11-23" })).rejects.toMatchObject(field("from", "DAY_AHEAD"));
    await expect(rename(id, 1, { from: "" })).rejects.toMatchObject(field("from", "REQUIRED"));
    await expect(rename(id, 1, { nameEn: en, nameLo: lo ?? "" })).rejects.toMatchObject({ code: "NOTHING_TO_SAVE" });
    await rename(id, 1, {});
    await expect(rename(id, 2, { nameEn: "Third", from: "2026-02-01" })).rejects.toMatchObject(
      field("from", "NAME_DAY_TOO_EARLY"),
    );
    await rename(id, 2, { nameEn: "Third", from: "2026-05-01" });
    expect((await page("bodies", id)).former.map((name) => [name.en, name.validTo])).toEqual([
      ["Digital Ministers", "2026-04-30"],
      [en, "2026-01-31"],
    ]);
  });
});

describe("member states", () => {
  it("a twelfth is a row; those after its place in the protocol order move on by one", async () => {
    const orderOf = async () =>
      (await database.db.select().from(memberStates).orderBy(memberStates.protocolOrder)).map(({ code }) => code);
    const before = await orderOf();
    const { id } = await addReference(roles.manager, await formOf("member_states"));
    expect(await orderOf()).toEqual([...before.slice(0, 3), "XX", ...before.slice(3)]);
    const { fields } = await page("member_states", id);
    await editReference(roles.manager, { ...fields, table: "member_states", id, protocolOrder: "1" });
    expect((await orderOf())[0]).toBe("XX");
    const two = addReference(roles.manager, { ...(await formOf("member_states")), code3: "YYY" });
    await expect(two).rejects.toMatchObject(field("code", "ALREADY_EXISTS"));
  });
});

describe("the list", () => {
  it("is searched by code and name in any spelling, in natural order", async () => {
    const codes = async (table: ReferenceKind, q: string) =>
      (await listReference(roles.manager, { table, q })).map(({ code }) => code);
    expect(await codes("partners", "ອາເມຣິກາ")).toEqual(["US"]);
    expect(await codes("bodies", "adgsom atrc")).toEqual(["JWG", "RETREAT"]);
    const [outcome] = await database.db.select().from(outcomes).limit(1);
    for (const code of ["1.10", "1.2"])
      await addReference(roles.manager, {
        table: "enabling_actions",
        outcomeId: outcome?.id,
        code,
        nameEn: `Action ${code}`,
      });
    expect(await codes("enabling_actions", "action")).toEqual(["1.2", "1.10"]);
    expect((await listReference(roles.manager, { table: "outcomes" }))[0]?.of?.en).toContain("Masterplan");
  });

  it("offers the rows that a form's fields choose from", async () => {
    const choices = await listReferenceChoices(roles.manager, { table: "agencies" });
    expect(choices.member_states?.length).toBe(await database.db.$count(memberStates));
  });
});
