import "server-only";
import { eq, isNotNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { memberStates } from "@/db/schema/member-states";
import { sources } from "@/db/schema/sources";
import { officialCounts } from "@/db/schema/work-plans";

/** Every number that was said officially of a plan, with its source. */
export async function readOfficialCounts(db: Database) {
  return db
    .select({
      planId: officialCounts.workPlanId,
      kind: officialCounts.kind,
      count: officialCounts.count,
      memberStateId: officialCounts.memberStateId,
      stateCode: memberStates.code,
      stateEn: memberStates.nameEn,
      stateLo: memberStates.nameLo,
      source: {
        title: sources.title,
        publisher: sources.publisher,
        publishedOn: sources.publishedOn,
        address: sources.address,
        language: sources.language,
      },
    })
    .from(officialCounts)
    .innerJoin(sources, eq(sources.id, officialCounts.sourceId))
    .leftJoin(memberStates, eq(memberStates.id, officialCounts.memberStateId))
    .where(isNotNull(officialCounts.workPlanId))
    .orderBy(officialCounts.id);
}
