import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import { defineQuery } from "@/server/define";
import { asksForClearance } from "@/server/entries/clearance";
import { missingForSubmission, readConcept } from "@/server/entries/concept";
import { rowId } from "@/server/form-fields";
import { ownersOf, visibleEntries } from "@/server/scope";

/**
 * The concept note of an entry and, while the entry is a draft, what is missing before it can be
 * submitted.
 * @throws AppError NOT_FOUND, also for entries that the actor may not see
 */
export const getConcept = defineQuery({
  name: "concept.get",
  permission: "entry.read",
  input: z.object({ entryId: rowId }),
  run: async ({ db, actor, input: { entryId } }) => {
    const [row] = await db
      .select({ entry: planEntries, plan: workPlans })
      .from(planEntries)
      .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
      .where(and(eq(planEntries.id, entryId), visibleEntries(db, actor)));
    if (!row) throw new AppError("NOT_FOUND");
    const { entry, plan } = row;
    const owners = (await ownersOf(db, [entryId])).get(entryId);
    const { texts, version } = await readConcept(db, entryId);
    const isDraft = entry.stage === "draft" && plan.state !== "closed";
    const isAsked = isDraft && (await asksForClearance(db));
    return {
      entryId,
      entryVersion: entry.version,
      texts,
      version,
      isDraft,
      missing: isDraft ? await missingForSubmission(db, row, texts) : [],
      clearance: isAsked ? { clearedOn: entry.clearedOn } : null,
      can: {
        write: isDraft && can(actor, "entry.concept", owners),
        clear: isAsked && entry.clearedOn === null && can(actor, "entry.clear"),
        edit: isDraft && can(actor, "entry.update"),
      },
    };
  },
});

export type FoundConcept = Awaited<ReturnType<typeof getConcept>>;
