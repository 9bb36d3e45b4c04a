import "server-only";
import { and, desc, eq, gte, ne, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { memberStates } from "@/db/schema/member-states";
import { AppError, type ErrorCode } from "@/domain/errors";
import { declarations, type ReferenceField, type ReferenceKind } from "../../kinds";
import type { ReferenceValues } from "../../schema";
import { placeOf, type ReferenceTable } from "./tables";

const refuse = (field: string, code: ErrorCode) => new AppError("INVALID_INPUT", { fields: [{ field, code }] });

const columnOf = (table: ReferenceTable, name: string) => (table as unknown as Record<string, AnyPgColumn>)[name];

/**
 * Refuses a row of another kind that does not exist, and a code that another row has.
 * @param id the row itself, if it exists
 */
export async function refuseUnfit(tx: Transaction, kind: ReferenceKind, values: ReferenceValues, id: number | null) {
  for (const field of declarations[kind].fields) {
    const value = values[field.name];
    if (value === null || value === undefined) continue;
    if (field.type === "row") await refuseUnknown(tx, field, Number(value));
    if (field.type === "code") await refuseTaken(tx, kind, field.name, { values, id });
  }
}

async function refuseUnknown(tx: Transaction, field: ReferenceField & { type: "row" }, id: number): Promise<void> {
  const { table } = placeOf(field.of);
  if ((await tx.$count(table, eq(table.id, id))) === 0) throw refuse(field.name, "UNKNOWN_CHOICE");
}

type Row = { values: ReferenceValues; id: number | null };

/** An enabling action's number is its own within its outcome alone. */
async function refuseTaken(tx: Transaction, kind: ReferenceKind, name: string, { values, id }: Row): Promise<void> {
  const { table } = placeOf(kind);
  const column = columnOf(table, name);
  const outcome = kind === "enabling_actions" ? columnOf(table, "outcomeId") : undefined;
  if (!column) return;
  const taken = and(
    eq(column, values[name]),
    outcome && eq(outcome, values.outcomeId),
    id === null ? undefined : ne(table.id, id),
  );
  if ((await tx.$count(table, taken)) > 0) throw refuse(name, "ALREADY_EXISTS");
}

/**
 * Makes room in the protocol order: if another state has this place, it and those after it move on
 * by one. From the last, because each place is taken once at any moment.
 */
export async function makeRoom(tx: Transaction, kind: ReferenceKind, values: ReferenceValues, id: number | null) {
  if (kind !== "member_states") return;
  const { protocolOrder } = memberStates;
  const place = Number(values.protocolOrder);
  const others = await tx
    .select({ id: memberStates.id, place: protocolOrder })
    .from(memberStates)
    .where(and(gte(protocolOrder, place), id === null ? undefined : ne(memberStates.id, id)))
    .orderBy(desc(protocolOrder));
  if (!others.some((other) => other.place === place)) return;
  if (id !== null)
    await tx
      .update(memberStates)
      .set({ protocolOrder: sql`-${memberStates.id}` })
      .where(eq(memberStates.id, id));
  for (const other of others)
    await tx
      .update(memberStates)
      .set({ protocolOrder: other.place + 1 })
      .where(eq(memberStates.id, other.id));
}
