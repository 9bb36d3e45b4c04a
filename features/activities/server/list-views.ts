import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { inAnyOrder } from "@/db/order";
import { defaultViews, savedViews } from "@/db/schema/saved-views";
import { users } from "@/db/schema/users";
import { can } from "@/domain/permissions";
import { defineQuery } from "@/server/define";
import { list, ownerId, visibleViews } from "./lib/views";

export type SavedView = {
  id: number;
  name: string;
  query: string;
  version: number;
  isShared: boolean;
  isOwn: boolean;
  isDefault: boolean;
  ownerName: string;
  /** True if the reader may remove it or take it over. */
  canCurate: boolean;
};

/** The person's own views of the list, then those that others share, each group by name. */
export const listViews = defineQuery({
  name: "view.list",
  permission: "view.read",
  input: z.object({}),
  run: async ({ db, actor }): Promise<SavedView[]> => {
    const userId = ownerId(actor);
    const isOwn = sql<boolean>`${savedViews.ownerId} = ${userId}`;
    const rows = await db
      .select({
        id: savedViews.id,
        name: savedViews.name,
        query: savedViews.query,
        version: savedViews.version,
        isShared: savedViews.isShared,
        isOwn,
        isDefault: sql<boolean>`${defaultViews.viewId} is not null`,
        ownerName: users.name,
      })
      .from(savedViews)
      .innerJoin(users, eq(users.id, savedViews.ownerId))
      .leftJoin(
        defaultViews,
        and(eq(defaultViews.viewId, savedViews.id), eq(defaultViews.userId, userId), eq(defaultViews.list, list)),
      )
      .where(visibleViews(actor))
      .orderBy(desc(isOwn), asc(inAnyOrder(savedViews.name)), asc(savedViews.id));
    const mayCurate = can(actor, "view.curate");
    return rows.map((view) => ({ ...view, canCurate: !view.isOwn && mayCurate }));
  },
});
