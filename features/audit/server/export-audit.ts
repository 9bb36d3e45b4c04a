import "server-only";
import { desc } from "drizzle-orm";
import { z } from "zod";
import { schemaOf } from "@/address/schema-of";
import { auditLog } from "@/db/schema/audit-log";
import { AppError } from "@/domain/errors";
import { defineQuery } from "@/server/define";
import { auditAddress } from "../address";
import { type AuditLines, toLines } from "./lib/select";
import { auditWhere } from "./lib/where";

const rowLimit = 10_000;

/**
 * All rows that match the filters, newest first, regardless of the page.
 * @throws AppError REPORT_TOO_LARGE {rows, max} for more than 10,000 rows
 */
export const exportAudit = defineQuery({
  name: "audit.export",
  permission: "audit.read",
  input: z.object({ query: schemaOf(auditAddress) }),
  run: async ({ db, input: { query } }): Promise<AuditLines> => {
    const where = auditWhere(query);
    const rows = await db
      .select()
      .from(auditLog)
      .where(where)
      .orderBy(desc(auditLog.seq))
      .limit(rowLimit + 1);
    if (rows.length > rowLimit) {
      throw new AppError("REPORT_TOO_LARGE", { params: { rows: await db.$count(auditLog, where), max: rowLimit } });
    }
    return toLines(db, rows);
  },
});
