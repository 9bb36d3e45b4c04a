import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { entryStates } from "@/db/schema/entry-parts";
import { updates } from "@/db/schema/updates";
import { AppError } from "@/domain/errors";
import { today } from "@/server/context";
import { defineCommand } from "@/server/define";
import { loadEntry, refuseClosedPlan } from "@/server/entries/load";
import { recordVersion } from "@/server/entries/record-version";
import { StateReportInput } from "../schema";

/**
 * Records a member state's report of its share of an entry. A focal point can report only for its
 * own state.
 */
export const reportState = defineCommand({
  name: "entry_state.report",
  permission: "entry_state.report",
  input: StateReportInput,
  load: ({ tx, actor, input }) => loadEntry(tx, actor, input.entryId),
  run: async ({ tx, actor, input, row: loaded, context }) => {
    refuseClosedPlan(loaded);
    if (actor.role === "focal" && actor.memberStateId !== input.memberStateId) throw new AppError("FORBIDDEN");
    const { entryId, memberStateId, status, note, focalPoint } = input;
    if (status !== null && loaded.entry.stage !== "approved") throw new AppError("STATUS_NEEDS_APPROVAL");
    const key = and(eq(entryStates.entryId, entryId), eq(entryStates.memberStateId, memberStateId));
    const [present] = await tx.select().from(entryStates).where(key).for("update");
    if (!present) throw new AppError("INVALID_INPUT", { fields: [{ field: "memberStateId", code: "UNKNOWN_CHOICE" }] });
    if (present.version !== input.version) {
      const { status: theirs, note: theirNote, focalPoint: whom, version } = present;
      const current = { status: theirs ?? "", note: theirNote ?? "", focalPoint: whom ?? "", version: String(version) };
      throw new AppError("CONFLICT", { current });
    }
    const day = today(context);
    await tx
      .update(entryStates)
      .set({
        status,
        note,
        focalPoint,
        lastReportedOn: day,
        updatedAt: context.now,
        version: sql`${entryStates.version} + 1`,
      })
      .where(key);
    const text = context.locale === "lo" ? { textLo: note } : { textEn: note };
    const [update] = await tx
      .insert(updates)
      .values({
        entryId,
        memberStateId,
        status,
        ...text,
        reportedOn: day,
        recordedAt: context.now,
        authorId: actor.userId,
        authorName: actor.name,
        isSample: actor.isSample,
      })
      .returning({ id: updates.id });
    await recordVersion(tx, context, entryId, { change: "entry_state.report", updateId: update?.id });
    return {
      result: { updateId: update?.id ?? null },
      audit: {
        subject: "entry_states",
        subjectId: present.id,
        before: { status: present.status, note: present.note, focalPoint: present.focalPoint },
        after: { status, note, focalPoint },
      },
    };
  },
});
