import { getTableName, type SQL, sql, type Table } from "drizzle-orm";
import { activities } from "./activities";
import { auditLog } from "./audit-log";
import { partners } from "./bodies";
import { comments } from "./comments";
import { instruments } from "./instruments";
import { agendaItems, decisions, meetings } from "./meetings";
import { planEntries } from "./plan-entries";
import { updates } from "./updates";
import { workPlans } from "./work-plans";

/**
 * What search compares with: a column of each of these tables that the database makes itself out of
 * the row's texts (`search_lines`, see `db/fold-functions.ts`; null if they are empty). Migration
 * 0023 declares it, and not the table here, so that no row that is read as a whole, kept as a
 * version or written to the audit log carries a copy of its texts.
 */
const columnOf = (table: Table, name = "folded_text"): SQL =>
  sql`${sql.identifier(getTableName(table))}.${sql.identifier(name)}`;

export const folded = {
  /** Code, titles and summaries. */
  activity: columnOf(activities),
  /** Why the entry is late, or was settled, and its fund. */
  entry: columnOf(planEntries),
  /** The internal remark, for the desk alone. */
  remark: columnOf(planEntries, "folded_remark"),
  update: columnOf(updates),
  comment: columnOf(comments),
  decision: columnOf(decisions),
  meeting: columnOf(meetings),
  agendaItem: columnOf(agendaItems),
  partner: columnOf(partners),
  instrument: columnOf(instruments),
  plan: columnOf(workPlans),
  /** Who did it, every value before and after, request and address. */
  audit: columnOf(auditLog),
} as const;
