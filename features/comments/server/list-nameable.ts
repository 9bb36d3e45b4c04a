import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import { isDesk } from "@/domain/roles";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { ownersOf, visibleEntries } from "@/server/scope";
import { type Reader, readersOf } from "./lib/readers";

export type Nameable = { people: Reader[]; can: { addForDesk: boolean } };

/**
 * The people whom the actor can mention in a comment on an entry: everyone else who sees the entry.
 * E-mail addresses are not included.
 * @throws AppError NOT_FOUND, also if the actor may not comment on the entry
 */
export const listNameable = defineQuery({
  name: "comment.listNameable",
  permission: "comment.add",
  input: z.object({ entryId: rowId }),
  run: async ({ db, actor, input: { entryId } }): Promise<Nameable> => {
    const [entry] = await db
      .select({ isConfidential: planEntries.isConfidential, stage: planEntries.stage })
      .from(planEntries)
      .where(and(eq(planEntries.id, entryId), visibleEntries(db, actor)));
    const owners = (await ownersOf(db, [entryId])).get(entryId);
    if (!entry || !owners || !can(actor, "comment.add", owners)) throw new AppError("NOT_FOUND");
    const readers = await readersOf(db, { entry, ...owners }, "all");
    return { people: readers.filter(({ id }) => id !== actor.userId), can: { addForDesk: isDesk(actor.role) } };
  },
});
