import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions } from "@/db/schema/updates";

/** What tests of proposals look up about an entry. */
export function entriesOf(db: Database) {
  return {
    entryOf: async (id: number) => {
      const [entry] = await db.select().from(planEntries).where(eq(planEntries.id, id));
      if (!entry) throw new Error(`no entry ${id}`);
      return entry;
    },
    lastAudit: async (id: number) => {
      const where = and(eq(auditLog.subject, "plan_entries"), eq(auditLog.subjectId, id));
      const [row] = await db.select().from(auditLog).where(where).orderBy(desc(auditLog.seq)).limit(1);
      return row;
    },
    lastVersion: async (id: number) => {
      const where = eq(entryVersions.entryId, id);
      const [row] = await db.select().from(entryVersions).where(where).orderBy(desc(entryVersions.id)).limit(1);
      return row;
    },
  };
}
