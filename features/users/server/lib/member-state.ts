import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberStates } from "@/db/schema/member-states";
import { AppError } from "@/domain/errors";
import { isMemberOn } from "@/domain/member-states";
import type { Role } from "@/domain/roles";
import { type Context, today } from "@/server/context";

/**
 * The member state of a person with this role: required for focal points, null for others.
 * @throws AppError MEMBER_STATE_REQUIRED, UNKNOWN_CHOICE or STATE_NOT_A_MEMBER on the field `state`
 */
export async function memberStateFor(
  tx: Transaction,
  context: Context,
  { role, state }: { role: Role; state: string | null },
): Promise<number | null> {
  if (role !== "focal") return null;
  if (state === null) throw new AppError("MEMBER_STATE_REQUIRED", { field: "state" });
  const [row] = await tx.select().from(memberStates).where(eq(memberStates.code, state));
  if (!row) throw new AppError("UNKNOWN_CHOICE", { field: "state" });
  if (!isMemberOn(row, today(context))) throw new AppError("STATE_NOT_A_MEMBER", { field: "state" });
  return row.id;
}
