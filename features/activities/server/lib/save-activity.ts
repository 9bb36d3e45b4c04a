import "server-only";
import { and, eq, inArray, like, type SQLWrapper, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { activities, activityOutcomes } from "@/db/schema/activities";
import { outcomes, periods } from "@/db/schema/periods";
import { entryVersions } from "@/db/schema/updates";
import { AppError } from "@/domain/errors";
import type { EditActivityInput } from "@/features/activities/schema";

type Fields = z.output<typeof EditActivityInput>;

/** The columns of the activity, from the form. */
export function activityColumnsOf(fields: Fields) {
  const { titleEn, titleLo, originalLocale, summaryEn, summaryLo, kind } = fields;
  return { titleEn, titleLo, originalLocale, summaryEn, summaryLo, kind };
}

/** The columns of the entry, from the form. */
export function entryColumnsOf(fields: Fields) {
  const { plannedStartOn, plannedEndOn, actualStartOn, actualEndOn, fund, counted } = fields;
  const { budgetApprovedUsd, budgetDisbursedUsd, isConfidential, internalRemark } = fields;
  return {
    plannedStartOn,
    plannedEndOn,
    actualStartOn,
    actualEndOn,
    fund,
    counted,
    isConfidential,
    internalRemark,
    budgetApprovedUsd: cents(budgetApprovedUsd),
    budgetDisbursedUsd: cents(budgetDisbursedUsd),
  };
}

/** The amount as the database returns it, so that an unchanged amount is not taken for a change. */
function cents(amount: string | null): string | null {
  return amount === null ? null : Number(amount).toFixed(2);
}

/** Replaces the activity's outcomes by those of the form. */
export async function saveOutcomes(tx: Transaction, activityId: number, outcomeIds: readonly number[]): Promise<void> {
  const wanted = [...new Set(outcomeIds)];
  await tx.delete(activityOutcomes).where(eq(activityOutcomes.activityId, activityId));
  if (wanted.length === 0) return;
  const known = await tx.select({ id: outcomes.id }).from(outcomes).where(inArray(outcomes.id, wanted));
  if (known.length !== wanted.length) {
    throw new AppError("INVALID_INPUT", { fields: [{ field: "outcomeIds", code: "UNKNOWN_CHOICE" }] });
  }
  await tx.insert(activityOutcomes).values(wanted.map((outcomeId) => ({ activityId, outcomeId })));
}

/** An arbitrary number that no other advisory lock of this database uses. */
const codeLock = 4_101_970;

/**
 * The next free register code of the period's first year: `23-14` after `23-13`. The code of an
 * activity that was removed is not given again, because papers and minutes still name it. The lock
 * makes writers wait for each other.
 */
export async function nextCode(tx: Transaction, periodId: number): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(${codeLock})`);
  const [period] = await tx.select({ startsOn: periods.startsOn }).from(periods).where(eq(periods.id, periodId));
  if (!period) throw new AppError("NOT_FOUND");
  const prefix = `${period.startsOn.slice(2, 4)}-`;
  const removedCode = sql<string>`${entryVersions.snapshot} -> 'activity' ->> 'code'`;
  const numberOf = (code: SQLWrapper) => sql<number | null>`max(substring(${code} from 4)::int)`;
  const [[last], [removed]] = [
    await tx
      .select({ number: numberOf(activities.code) })
      .from(activities)
      .where(like(activities.code, `${prefix}%`)),
    await tx
      .select({ number: numberOf(removedCode) })
      .from(entryVersions)
      .where(and(entryVersions.isRemoval, like(removedCode, `${prefix}%`))),
  ];
  const number = Math.max(last?.number ?? 0, removed?.number ?? 0) + 1;
  return `${prefix}${String(number).padStart(2, "0")}`;
}
