import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { tokenScopes } from "@/domain/vocabulary";
import { createdAt, id, instant, oneOf } from "./columns";
import { users } from "./users";

/** A person's key to the API. Only a hash of the secret is stored. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: id(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    secretHash: text("secret_hash").notNull().unique(),
    scope: text("scope", { enum: tokenScopes }).notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    lastUsedAddress: text("last_used_address"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    check("api_tokens_scope", oneOf(table.scope, tokenScopes)),
    index("api_tokens_user_idx").on(table.userId),
  ],
);

/**
 * The answer to a write of the API under the caller's idempotency key, so that a repeated request
 * has one effect.
 */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    /** SHA-256 of method, path and body. */
    requestHash: text("request_hash").notNull(),
    /** Null while the first request is in progress. */
    status: integer("status"),
    answer: jsonb("answer"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.key] }),
    check("idempotency_keys_length", sql`length(${table.key}) between 1 and 255`),
    index("idempotency_keys_age_idx").on(table.createdAt),
  ],
);
