import "server-only";
import { type CarryOverRefusal, isCarried, refuseCarryOver } from "@/domain/carry-over";
import type { CarryOverChoice } from "@/features/plans/carry-over-address";
import type { Approval, Receiver, UnfinishedRow } from "./read-unfinished";

/** What a choice would do to its entry, or why it cannot. */
export type CarryOverPreview = CarryOverChoice & {
  row: UnfinishedRow;
  /** The entry with which it is merged. */
  receiver: Receiver | null;
  /** The decision by which it is approved in the next plan. */
  approval: Approval | null;
  refusal: CarryOverRefusal | null;
};

type CarryOverInputs = {
  rows: readonly UnfinishedRow[];
  receivers: readonly Receiver[];
  approvals: readonly Approval[];
  targetId: number | null;
};

/** Previews the choices together. Choices for unknown entries are left out. */
export function previewCarryOver(choices: readonly CarryOverChoice[], inputs: CarryOverInputs): CarryOverPreview[] {
  const rows = new Map(inputs.rows.map((row) => [row.id, row]));
  // An entry that is dropped or merged in the same command cannot receive another.
  const ending = new Set(
    choices.flatMap(({ entryId, action }) => (action === "drop" || action === "merge" ? [entryId] : [])),
  );
  return choices.flatMap((choice): CarryOverPreview[] => {
    const row = rows.get(choice.entryId);
    if (!row || choice.action === "leave") return [];
    const receiver = choice.action === "merge" ? receiverOf(inputs, choice.into) : null;
    const cited = isCarried(choice.action) ? choice.by : null;
    const approval = inputs.approvals.find(({ id, entryId }) => id === cited && entryId === row.id) ?? null;
    const asked = {
      action: choice.action,
      into: receiver && {
        isItself: receiver.id === row.id,
        stage: receiver.stage,
        status: ending.has(receiver.id) ? ("cancelled" as const) : receiver.status,
      },
      isApprovedByDecision: cited === null ? null : approval !== null,
    };
    return [{ ...choice, row, receiver, approval, refusal: refuseCarryOver(row, asked, inputs.targetId !== null) }];
  });
}

/** The entry with this code. If its activity is in both plans, the entry of the next plan. */
function receiverOf({ receivers, targetId }: CarryOverInputs, code: string | null): Receiver | null {
  const named = receivers.filter((receiver) => receiver.code === code);
  return named.find(({ planId }) => planId === targetId) ?? named[0] ?? null;
}
