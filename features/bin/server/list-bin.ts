import "server-only";
import { and, desc, eq, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { binItems } from "@/db/schema/bin";
import { binKinds, binWarningDays, mayRestore } from "@/domain/bin";
import { type Actor, isDesk } from "@/domain/roles";
import { defineQuery } from "@/server/define";
import { keptUntil } from "./lib/kept-until";

export const binPageSize = 50;

/** The desk sees what anybody removed, everyone what they removed themselves. */
const seenBy = (actor: Actor): SQL | undefined => {
  const own = eq(binItems.removedById, actor.userId ?? 0);
  return isDesk(actor.role) ? or(own, eq(binItems.isPrivate, false)) : own;
};

/** What was removed and can still be restored, latest first; one page of it. */
export const listBin = defineQuery({
  name: "bin.list",
  permission: "bin.read",
  input: z.object({ kind: z.enum(binKinds).nullable(), page: z.number().int().min(1) }),
  run: async ({ db, actor, context, input: { kind, page } }) => {
    const until = await keptUntil(db, context.now);
    const where = and(seenBy(actor), until.isKept, kind === null ? undefined : eq(binItems.kind, kind));
    const rows = await db
      .select({
        id: binItems.id,
        kind: binItems.kind,
        code: binItems.code,
        en: binItems.nameEn,
        lo: binItems.nameLo,
        reason: binItems.reason,
        removedAt: binItems.removedAt,
        removedById: binItems.removedById,
        removedByName: binItems.removedByName,
        isPrivate: binItems.isPrivate,
        /** What is restored with it, without itself. */
        parts: sql<number>`(
          select count(*)::int from jsonb_array_elements(${binItems.rows}) kept
          where kept ->> 'table' not in ('activities', 'plan_entries', 'meetings', 'saved_views')
        )`,
      })
      .from(binItems)
      .where(where)
      .orderBy(desc(binItems.removedAt), desc(binItems.id))
      .limit(binPageSize)
      .offset((page - 1) * binPageSize);
    const lines = rows.map(({ removedById, isPrivate, ...row }) => {
      const last = until.of(row.removedAt);
      const isEnding = last.getTime() - context.now.getTime() < binWarningDays * 86_400_000;
      const restorable = !actor.looksBack && mayRestore({ kind: row.kind, removedById, isPrivate }, actor);
      return { ...row, until: last, isEnding, can: { restore: restorable } };
    });
    return { lines, total: await db.$count(binItems, where), days: until.days };
  },
});

export type BinLine = Awaited<ReturnType<typeof listBin>>["lines"][number];
