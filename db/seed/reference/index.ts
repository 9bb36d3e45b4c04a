import "server-only";
import { sql } from "drizzle-orm";
import { appendAudit } from "@/db/audit-chain";
import type { Database } from "@/db/client";
import { meetings } from "@/db/schema/meetings";
import { workPlans } from "@/db/schema/work-plans";
import { seedActivities } from "./seed-activities";
import { seedFrame } from "./seed-frame";
import { seedInstruments } from "./seed-instruments";
import { seedMeetings } from "./seed-meetings";
import { seedPlans } from "./seed-plans";

/**
 * Loads the facts that the register starts with, each with its source, once: if work plans exist,
 * nothing is changed, because officers may have edited the data.
 */
export async function seedReference(db: Database, _options: { samplePassword?: string }): Promise<void> {
  await db.transaction(async (tx) => {
    const [present] = await tx.select({ one: sql`1` }).from(workPlans).limit(1);
    if (present) return;
    const now = new Date();
    const frame = await seedFrame(tx);
    const meetingIds = await seedMeetings(tx, frame);
    const planIds = await seedPlans(tx, frame);
    await seedInstruments(tx, frame);
    await seedActivities(tx, { ...frame, meetingIds, planIds }, now);
    await appendAudit(tx, {
      at: now,
      actorId: null,
      actorName: "system",
      action: "reference.load",
      subject: "work_plans",
      subjectId: null,
      after: { plans: planIds.size, meetings: await tx.$count(meetings) },
      requestId: "seed",
    });
  });
}
