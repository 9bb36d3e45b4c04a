/** After which of these the page says that it is done. */
export const savedActs = [
  "report",
  "edit",
  "editUncleared",
  "create",
  "submit",
  "decide",
  "state",
  "evidence",
  "evidenceRemoved",
  "comment",
  "commentRemoved",
  "decidePending",
  "correct",
  "agenda",
  "concept",
  "conceptUncleared",
  "cleared",
  "deadline",
  "deadlineRemoved",
] as const;

export type SavedAct = (typeof savedActs)[number];
type Query = Readonly<Record<string, string | string[] | undefined>>;

/** A row's id as an address has it, or nothing. */
export function idOf(text: string | string[] | null | undefined): string | undefined {
  return typeof text === "string" && /^[1-9]\d{0,9}$/.test(text) ? text : undefined;
}

/** The form of a decision on an entry, as it was opened: for a meeting (its id), or for none yet (empty). */
export const decideForm = (entryId: number, opened: string) => `decide:${entryId}:${opened}`;

const decided = (id: number, query: Query) => decideForm(id, idOf(query.meeting) ?? "");

const formOf: Partial<Record<SavedAct, (id: number, query: Query) => string | undefined>> = {
  report: (id) => `report:${id}`,
  edit: (id) => `edit:${id}`,
  editUncleared: (id) => `edit:${id}`,
  create: () => "new",
  decide: decided,
  decidePending: decided,
  correct: (_id, query) => idOf(query.decision) && `correct:${idOf(query.decision)}`,
  evidence: (id) => `evidence:${id}`,
  comment: (id) => `comment:${id}`,
  concept: (id) => `concept:${id}`,
  conceptUncleared: (id) => `concept:${id}`,
  deadline: (id) => `deadline:entry:${id}`,
};

/** The form whose draft is done with; what is typed into the others stays. @param query of the address to which the save led */
export function savedForm(act: SavedAct | undefined, entryId: number, query: Query): string | undefined {
  return act && formOf[act]?.(entryId, query);
}
