import type { EntryQuery } from "@/features/activities/address";

type SavedAct = NonNullable<EntryQuery["saved"]>;

/**
 * The draft key of the form for a decision on an entry, as it was opened: for a meeting, or for
 * none yet.
 */
export const decideForm = (entryId: number, meetingId: number | null) => `decide:${entryId}:${meetingId ?? ""}`;

const decided = (id: number, { meeting }: EntryQuery) => decideForm(id, meeting);

const formOf: Partial<Record<SavedAct, (id: number, query: EntryQuery) => string | undefined>> = {
  report: (id) => `report:${id}`,
  edit: (id) => `edit:${id}`,
  editUncleared: (id) => `edit:${id}`,
  create: () => "new",
  decide: decided,
  decidePending: decided,
  correct: (_id, { decision }) => (decision === null ? undefined : `correct:${decision}`),
  updateCorrected: (_id, { update }) => (update === null ? undefined : `update:${update}`),
  evidence: (id) => `evidence:${id}`,
  comment: (id) => `comment:${id}`,
  concept: (id) => `concept:${id}`,
  conceptUncleared: (id) => `concept:${id}`,
  deadline: (id) => `deadline:entry:${id}`,
};

/**
 * The form whose draft is discarded after a save; drafts of other forms stay.
 * @param query of the address to which the save led
 */
export function savedForm(entryId: number, query: EntryQuery): string | undefined {
  return query.saved ? formOf[query.saved]?.(entryId, query) : undefined;
}
