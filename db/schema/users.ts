import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgTable, text, uniqueIndex, varchar } from "drizzle-orm/pg-core";
import { roles } from "@/domain/roles";
import { locales } from "@/domain/vocabulary";
import { createdAt, id, instant, naturalText, oneOf, updatedAt, version } from "./columns";
import { memberStates } from "./member-states";

export const users = pgTable(
  "users",
  {
    id: id(),
    email: text("email").notNull(),
    name: naturalText("name").notNull(),
    role: text("role", { enum: roles }).notNull(),
    memberStateId: integer("member_state_id").references(() => memberStates.id),
    locale: text("locale", { enum: locales }),
    /** argon2id in PHC form; null until the person has accepted the invitation. */
    passwordHash: text("password_hash"),
    isSample: boolean("is_sample").notNull().default(false),
    isActive: boolean("is_active").notNull().default(true),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    lastSignInAt: instant("last_sign_in_at"),
  },
  (table) => [
    uniqueIndex("users_email_idx").on(sql`lower(${table.email})`),
    check("users_role", oneOf(table.role, roles)),
    check("users_focal_state", sql`(${table.role} = 'focal') = (${table.memberStateId} is not null)`),
  ],
);

/**
 * Sessions of signed-in browsers. Only a hash of the secret is stored, so a copy of this table
 * gives nobody access.
 */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    secretHash: text("secret_hash").notNull().unique(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    seenAt: instant("seen_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    address: text("address"),
    userAgent: text("user_agent"),
  },
  (table) => [index("sessions_user_idx").on(table.userId)],
);

/** One-time links to set a password. Only a hash of the secret is stored. */
export const oneTimeLinks = pgTable(
  "one_time_links",
  {
    id: id(),
    secretHash: text("secret_hash").notNull().unique(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [index("one_time_links_user_idx").on(table.userId)],
);

/** Counters of failed attempts, shared by all processes; written by rate-limiter-flexible. */
export const rateLimits = pgTable("rate_limits", {
  key: varchar("key", { length: 255 }).primaryKey(),
  points: integer("points").notNull().default(0),
  /** Milliseconds since 1970; null = never. */
  expire: bigint("expire", { mode: "number" }),
});
