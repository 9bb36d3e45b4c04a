import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { bodies } from "@/db/schema/bodies";
import { meetings } from "@/db/schema/meetings";

let made = 0;

/**
 * Inserts a meeting directly into the database.
 * @returns its id
 */
export async function addMeeting(db: Database, wish: Partial<typeof meetings.$inferInsert> = {}): Promise<number> {
  made += 1;
  const place = String(made).padStart(5, "0");
  const [body] = await db.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, "JWG"));
  const known = { firstPrecision: wish.firstOn === null ? "unknown" : "exact" } as const;
  const [row] = await db
    .insert(meetings)
    .values({
      code: `JWG-T${place}`,
      bodyId: body?.id ?? 0,
      titleEn: `Test meeting ${place}`,
      state: "planned",
      firstOn: "2027-01-26",
      lastOn: "2027-01-28",
      ...known,
      lastPrecision: "exact",
      ...wish,
    })
    .returning({ id: meetings.id });
  return row?.id ?? 0;
}

/** The audit rows of one deadline, latest first. */
export function auditOfMilestone(db: Database, id: number) {
  const which = and(eq(auditLog.subject, "milestones"), eq(auditLog.subjectId, id));
  return db.select().from(auditLog).where(which).orderBy(desc(auditLog.seq));
}
