import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { partners } from "@/db/schema/bodies";
import { instruments } from "@/db/schema/instruments";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { removeSample } from "@/features/settings/server/remove-sample";
import type { Context } from "@/server/context";
import { countAudit, everyRole } from "@/server/testing";
import { addInstrument } from "./add-instrument";
import { editInstrument } from "./edit-instrument";
import { getInstrument } from "./get-instrument";

let database: TestDatabase;
let roles: Record<Role, Context>;
let partnerId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
  const [canada] = await database.db.select({ id: partners.id }).from(partners).where(eq(partners.code, "CA"));
  partnerId = canada?.id ?? 0;
});
afterAll(() => database.drop());

const input = { kind: "memorandum", nameEn: "Memorandum on digital skills", state: "preparing" } as const;
const rowOf = async (id: number) => (await database.db.select().from(instruments).where(eq(instruments.id, id)))[0];
const lastAudit = async () => (await database.db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1))[0];

describe("an instrument of a partner", () => {
  it("is added with its days and their precision, and audited", async () => {
    const { instrumentId } = await addInstrument(roles.officer, {
      ...input,
      partnerId,
      nameLo: "ບົດບັນທຶກດ້ານທັກສະດິຈິຕອນ",
      loIsTranslation: "on",
      validFrom: "2024-06-15",
      fromPrecision: "year",
      validTo: "2029-02-01",
      toPrecision: "month",
    });
    expect(await rowOf(instrumentId)).toMatchObject({
      ...input,
      partnerId,
      loIsTranslation: true,
      isSample: false,
      version: 1,
      validFrom: "2024-01-01",
      fromPrecision: "year",
      validTo: "2029-02-28",
      toPrecision: "month",
    });
    expect(await lastAudit()).toMatchObject({
      action: "instrument.add",
      subject: "instruments",
      subjectId: instrumentId,
      after: { nameEn: input.nameEn, validFrom: "2024-01-01" },
    });
    const bare = await addInstrument(roles.manager, { ...input, partnerId, fromPrecision: "year" });
    expect(await rowOf(bare.instrumentId)).toMatchObject({ validFrom: null, fromPrecision: "unknown" });
  });

  it("is refused with the wrong field named", async () => {
    const refused = (more: object) => addInstrument(roles.officer, { ...input, partnerId, ...more });
    const field = (name: string, code: string) => ({ code: "INVALID_INPUT", fields: [{ field: name, code }] });
    await expect(refused({ nameEn: " " })).rejects.toMatchObject(field("nameEn", "REQUIRED"));
    await expect(refused({ kind: "treaty" })).rejects.toMatchObject(field("kind", "UNKNOWN_CHOICE"));
    const turned = { validFrom: "2024-05-01", validTo: "2023-05-01" };
    await expect(refused(turned)).rejects.toMatchObject(field("validTo", "END_BEFORE_START"));
    await expect(refused({ partnerId: 99_999_999 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    // Two days in the same year, known only by the year, count as being in order.
    await refused({ ...turned, validTo: "2024-02-01", fromPrecision: "year", toPrecision: "year" });
  });

  it("can be edited with the current version; a stale edit is refused and changes nothing", async () => {
    const { instrumentId } = await addInstrument(roles.officer, { ...input, partnerId });
    const edited = { ...input, instrumentId, version: 1, state: "in_force" } as const;
    expect(await editInstrument(roles.officer, edited)).toEqual({ partnerId });
    expect(await lastAudit()).toMatchObject({
      action: "instrument.edit",
      before: { state: "preparing" },
      after: { state: "in_force" },
    });
    await expect(editInstrument(roles.manager, { ...edited, nameEn: "Another name" })).rejects.toMatchObject({
      code: "CONFLICT",
      current: { nameEn: input.nameEn, state: "in_force", version: "2" },
    });
    const before = await countAudit(database.db);
    await editInstrument(roles.officer, { ...edited, version: 2 });
    expect(await rowOf(instrumentId)).toMatchObject({ version: 2, nameEn: input.nameEn });
    expect(await countAudit(database.db)).toBe(before);
    const form = await getInstrument(roles.officer, { instrumentId });
    expect(form).toMatchObject({ partner: { id: partnerId }, fields: { state: "in_force", loIsTranslation: "" } });
    const none = { ...edited, instrumentId: 99_999_999 };
    await expect(editInstrument(roles.officer, none)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("can be written by the desk only", async () => {
    const { instrumentId } = await addInstrument(roles.admin, { ...input, partnerId });
    const before = await countAudit(database.db);
    for (const role of ["focal", "viewer"] as const) {
      const edited = { ...input, instrumentId, version: 1 };
      await expect(addInstrument(roles[role], { ...input, partnerId }), role).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(editInstrument(roles[role], edited), role).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(getInstrument(roles[role], { instrumentId }), role).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await countAudit(database.db)).toBe(before);
  });

  it("is marked as a sample if a sample account adds it, and is removed with the sample", async () => {
    const sample = { ...roles.officer, actor: { ...roles.officer.actor, isSample: true } };
    const { instrumentId } = await addInstrument(sample, { ...input, partnerId });
    expect((await rowOf(instrumentId))?.isSample).toBe(true);
    const others = await database.db.$count(instruments, eq(instruments.isSample, false));
    expect(await removeSample(roles.admin, {})).toMatchObject({ instruments: 1 });
    expect(await database.db.$count(instruments)).toBe(others);
  });
});
