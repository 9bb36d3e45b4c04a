import "server-only";
import { and, desc, lt } from "drizzle-orm";
import { z } from "zod";
import { schemaOf } from "@/address/schema-of";
import { inAnyOrder } from "@/db/order";
import { auditLog } from "@/db/schema/audit-log";
import { users } from "@/db/schema/users";
import { defineQuery } from "@/server/define";
import { auditAddress } from "../address";
import { type AuditLines, toLines } from "./lib/select";
import { auditWhere } from "./lib/where";

export type AuditPage = AuditLines & {
  /** Number of rows that match the filters. */
  total: number;
  /** Where the next page of older rows begins; null on the last page. */
  older: number | null;
  /** Everyone with an account, for the filter. */
  people: { id: number; name: string }[];
};

const pageSize = 50;

/** One page of the audit log, newest rows first. */
export const listAudit = defineQuery({
  name: "audit.list",
  permission: "audit.read",
  input: z.object({ query: schemaOf(auditAddress) }),
  run: async ({ db, input: { query } }): Promise<AuditPage> => {
    const where = auditWhere(query);
    const rows = await db
      .select()
      .from(auditLog)
      .where(and(where, query.before === null ? undefined : lt(auditLog.seq, query.before)))
      .orderBy(desc(auditLog.seq))
      .limit(pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? shown.at(-1) : undefined;
    return {
      ...(await toLines(db, shown)),
      total: await db.$count(auditLog, where),
      older: last?.seq ?? null,
      people: await db.select({ id: users.id, name: users.name }).from(users).orderBy(inAnyOrder(users.name), users.id),
    };
  },
});
