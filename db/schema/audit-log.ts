import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * Who changed what. Append-only (a trigger refuses updates and deletions) and chained: each row's
 * hash covers the row and the previous hash. No foreign keys, because the log outlives the rows
 * that it names.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    seq: bigint("seq", { mode: "number" }).primaryKey(),
    at: instant("at").notNull(),
    actorId: integer("actor_id"),
    actorName: text("actor_name").notNull(),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    subjectId: integer("subject_id"),
    before: jsonb("before"),
    after: jsonb("after"),
    requestId: text("request_id").notNull(),
    address: text("address"),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [
    index("audit_log_subject_idx").on(table.subject, table.subjectId, table.seq),
    index("audit_log_actor_idx").on(table.actorId, table.seq),
    // One index for each filter of the audit page, in its order.
    index("audit_log_action_idx").on(table.action, table.seq),
    index("audit_log_kind_idx").on(table.subject, table.seq),
    index("audit_log_at_idx").on(table.at),
  ],
);

/**
 * The end of the chain, signed with a key that is not in the database: an attacker who removes rows
 * from the end, or rewrites the log with correct hashes, cannot sign the new end. One row.
 */
export const auditHead = pgTable(
  "audit_head",
  {
    id: integer("id").primaryKey().default(1),
    seq: bigint("seq", { mode: "number" }).notNull(),
    hash: text("hash").notNull(),
    /** HMAC-SHA-256 over number and hash, hexadecimal. */
    signature: text("signature").notNull(),
    signedAt: instant("signed_at").notNull(),
  },
  (table) => [check("audit_head_one", sql`${table.id} = 1`)],
);
