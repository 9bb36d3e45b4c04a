import "server-only";
import { asc, eq, exists, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { periods } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";
import type { PeriodKind } from "@/domain/vocabulary";

/** A period to choose from. Days are `YYYY-MM-DD`. */
export type PeriodLine = {
  id: number;
  code: string;
  kind: PeriodKind;
  nameEn: string;
  nameLo: string | null;
  startsOn: string;
  endsOn: string;
};

/** Every work cycle and every other period that has a plan, the earliest first. */
export async function readPeriods(db: Database): Promise<PeriodLine[]> {
  const { id, code, kind, nameEn, nameLo, startsOn, endsOn } = periods;
  const hasPlan = exists(db.select({ one: sql`1` }).from(workPlans).where(eq(workPlans.periodId, periods.id)));
  return db
    .select({ id, code, kind, nameEn, nameLo, startsOn, endsOn })
    .from(periods)
    .where(or(eq(kind, "work_cycle"), hasPlan))
    .orderBy(asc(startsOn), asc(id));
}
