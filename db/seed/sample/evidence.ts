import "server-only";
import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { evidence, storedFiles } from "@/db/schema/evidence";
import { planEntries } from "@/db/schema/plan-entries";
import type { Person } from "./accounts";

/** A sample report for each completed sample entry, because completed work has one. */
export async function seedEvidence(tx: Transaction, officer: Person): Promise<void> {
  const entries = await tx
    .select({ entryId: planEntries.id, code: activities.code })
    .from(planEntries)
    .innerJoin(activities, and(eq(activities.id, planEntries.activityId), eq(activities.isSample, true)))
    .where(eq(planEntries.status, "completed"))
    .orderBy(planEntries.id);
  for (const { entryId, code } of entries) {
    const text = `Sample report of activity ${code}: invented to try the register, not a fact.\nບົດລາຍງານຕົວຢ່າງຂອງກິດຈະກຳ ${code}: ແຕ່ງຂຶ້ນເພື່ອທົດລອງລະບົບ, ບໍ່ແມ່ນຂໍ້ເທັດຈິງ.\n`;
    const content = Buffer.from(text, "utf8");
    const sha256 = createHash("sha256").update(content).digest("hex");
    const size = content.length;
    await tx.insert(storedFiles).values({ sha256, size, content }).onConflictDoNothing();
    await tx.insert(evidence).values({
      entryId,
      sha256,
      size,
      kind: "report",
      fileName: `report-${code}.txt`,
      mediaType: "text/plain",
      addedBy: officer.id,
      addedByName: officer.name,
      isSample: true,
    });
  }
}
