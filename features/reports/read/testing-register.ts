import "server-only";
import { eq } from "drizzle-orm";
import { memberStates } from "@/db/schema/member-states";
import { users } from "@/db/schema/users";
import { seedSample } from "@/db/seed/sample/index";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { plainText, type ReportModel, type ReportTable, reportTables } from "@/domain/report-model";
import type { Role } from "@/domain/roles";
import { type Context, systemContext } from "@/server/context";

/** For the tests of the reports: a database with the sample register, and people of each role. */
export type TestRegister = TestDatabase & { as: (role: Role, stateCode?: string) => Promise<Context> };

export async function openTestRegister(): Promise<TestRegister> {
  const database = await createTestDatabase();
  await seedSample(database.db, {});
  const as = async (role: Role, stateCode?: string): Promise<Context> => {
    const [state] = stateCode
      ? await database.db.select().from(memberStates).where(eq(memberStates.code, stateCode))
      : [null];
    const memberStateId = state?.id ?? null;
    const email = `${role}.${stateCode ?? "any"}@ministry.example`;
    await database.db.insert(users).values({ email, name: role, role, memberStateId }).onConflictDoNothing();
    const [user] = await database.db.select().from(users).where(eq(users.email, email));
    const actor = { userId: user?.id ?? null, name: role, role, memberStateId, isSample: false };
    return { ...systemContext(database.db), now: new Date("2026-11-22T03:00:00Z"), actor };
  };
  return { ...database, as };
}

/** The table with that key. */
export function tableOf(model: ReportModel, key: string): ReportTable {
  const table = reportTables(model).find((one) => one.key === key);
  if (!table) throw new Error(`the report has no table ${key}`);
  return table;
}

/** One column of a table as plain texts. */
export function columnOf(table: ReportTable, key: string): string[] {
  const at = table.columns.findIndex((column) => column.key === key);
  return table.rows.map(({ cells }) => {
    const cell = cells[at] ?? null;
    return Array.isArray(cell) ? plainText(cell) : JSON.stringify(cell);
  });
}

/** All text of the model, joined. */
export const allText = (model: ReportModel) => JSON.stringify(model);

/** True if the report contains this code. A day such as 2023-12-31 does not match. */
export const mentions = (model: ReportModel, code: string) =>
  new RegExp(`(?<!\\d)${code}(?![-\\d])`).test(allText(model));
