import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { delegates } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";

/** The delegates of the meeting by member state, heads of delegation first. */
export function readDelegates(db: Database, meetingId: number) {
  return db
    .select({
      id: delegates.id,
      state: memberStates.code,
      nameEn: delegates.nameEn,
      nameLo: delegates.nameLo,
      officeEn: delegates.officeEn,
      officeLo: delegates.officeLo,
      isHead: delegates.isHead,
    })
    .from(delegates)
    .innerJoin(memberStates, eq(memberStates.id, delegates.memberStateId))
    .where(eq(delegates.meetingId, meetingId))
    .orderBy(asc(memberStates.protocolOrder), desc(delegates.isHead), asc(delegates.id));
}
