import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { partners } from "@/db/schema/bodies";
import { memberStates } from "@/db/schema/member-states";
import { outcomes, periods } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import type { ActivityListQuery } from "@/features/activities/list-address";

/** False for `none`, which selects rows without a value. */
const isNamed = (value: string) => value !== "none";

/**
 * Refuses a filter value that does not exist: the address is mistyped or outdated, and an empty
 * list would mislead.
 * @throws AppError NOT_FOUND
 */
export async function refuseUnknownFilters(db: Database, query: ActivityListQuery): Promise<void> {
  const checks = [
    { column: sql`${periods.code}`, table: periods, values: query.period },
    { column: sql`${workPlans.id}::text`, table: workPlans, values: query.plan },
    { column: sql`${memberStates.code}`, table: memberStates, values: query.state.filter(isNamed) },
    { column: sql`${memberStates.code}`, table: memberStates, values: query.owner },
    { column: sql`${partners.code}`, table: partners, values: query.partner },
    { column: sql`${outcomes.code}`, table: outcomes, values: query.outcome.filter(isNamed) },
  ].filter(({ values }) => values.length > 0);
  const counts = await Promise.all(
    checks.map(({ table, column, values }) => db.$count(table, inArray(column, values))),
  );
  if (counts.some((count, index) => count !== checks[index]?.values.length)) throw new AppError("NOT_FOUND");
}
