import "server-only";
import { and, eq, gte, isNull, lt, type SQL } from "drizzle-orm";
import { auditLog } from "@/db/schema/audit-log";
import { folded } from "@/db/schema/folded";
import type { AuditQuery } from "@/features/audit/address";
import { matchesWords } from "@/server/matches-words";

/** The instant at which a day begins in Vientiane. */
const beginOf = (day: string, days = 0) => new Date(Date.parse(`${day}T00:00:00+07:00`) + days * 86_400_000);

/** The SQL condition for the filters, regardless of the page. */
export function auditWhere({ person, action, subject, id, from, to, q }: AuditQuery): SQL | undefined {
  return and(
    person === null ? undefined : person === "nobody" ? isNull(auditLog.actorId) : eq(auditLog.actorId, Number(person)),
    action === null ? undefined : eq(auditLog.action, action),
    subject === null ? undefined : eq(auditLog.subject, subject),
    id === null ? undefined : eq(auditLog.subjectId, id),
    from === null ? undefined : gte(auditLog.at, beginOf(from)),
    to === null ? undefined : lt(auditLog.at, beginOf(to, 1)),
    q === null ? undefined : matchesWords(folded.audit, q),
  );
}
