import "server-only";
import { eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { AppError } from "@/domain/errors";
import type { ReferenceKind } from "../../kinds";
import { placeOf, type ReferenceRow, rowFields } from "./tables";

/**
 * A row of reference data.
 * @throws AppError NOT_FOUND
 */
export async function readRow(db: Database | Transaction, kind: ReferenceKind, id: number): Promise<ReferenceRow> {
  const { table } = placeOf(kind);
  const [row] = await db
    .select()
    .from(table as never)
    .where(eq(table.id, id));
  if (!row) throw new AppError("NOT_FOUND");
  return row as ReferenceRow;
}

/** The same for a command, locked until the transaction ends. */
export async function loadRow(tx: Transaction, kind: ReferenceKind, id: number): Promise<ReferenceRow> {
  const { table } = placeOf(kind);
  await tx.select({ id: table.id }).from(table).where(eq(table.id, id)).for("update");
  return readRow(tx, kind, id);
}

/** @throws AppError CONFLICT with the fields as they are now */
export function refuseStale(kind: ReferenceKind, row: ReferenceRow, version: number): void {
  if (row.version !== version) throw new AppError("CONFLICT", { current: rowFields(kind, row) });
}
