/** The kinds of rows to which stored changes refer by id. */
export const rowKinds = [
  "activity",
  "agency",
  "agendaItem",
  "body",
  "calendarFeed",
  "comment",
  "deadline",
  "decision",
  "draft",
  "enablingAction",
  "entry",
  "evidence",
  "fund",
  "instrument",
  "masterplan",
  "meeting",
  "outcome",
  "paper",
  "partner",
  "period",
  "periodCode",
  "person",
  "plan",
  "round",
  "share",
  "source",
  "state",
  "token",
  "update",
  "view",
] as const;
export type RowKind = (typeof rowKinds)[number];

export type RowReference = { kind: RowKind; id: number | string };

/** How a reader knows a row, and the row on whose page it is shown. */
export type RowName = { en: string; lo: string | null; day: string | null; placeId: number | null };

/** Names by `rowKey`. A row that does not exist any more has none. */
export type RowNames = ReadonlyMap<string, RowName>;

export const rowKey = ({ kind, id }: RowReference) => `${kind}:${id}`;

/** The fields of stored changes that hold an id. */
const kindOfField: Readonly<Record<string, RowKind>> = {
  activityId: "activity",
  agencyId: "agency",
  agendaItem: "agendaItem",
  agendaItemId: "agendaItem",
  authorId: "person",
  bodyId: "body",
  carriedDecisionId: "decision",
  carriedFromId: "entry",
  carriedToId: "entry",
  chairStateId: "state",
  clearedBy: "person",
  current: "periodCode",
  cycleId: "period",
  decisionId: "decision",
  defaultViewId: "view",
  entryId: "entry",
  hostStateId: "state",
  masterplanId: "masterplan",
  meetingId: "meeting",
  memberStateId: "state",
  mergedIntoId: "entry",
  ownerId: "person",
  partnerId: "partner",
  periodId: "period",
  planId: "plan",
  preparing: "periodCode",
  proponentStateId: "state",
  roundId: "round",
  sourceId: "source",
  toPlanId: "plan",
  updateId: "update",
  workPlanId: "plan",
};

/** The fields that hold a list of ids. Under some of these names other changes store a number. */
const kindOfList: Readonly<Record<string, RowKind>> = {
  coProponentStateIds: "state",
  entries: "entry",
  funderPartnerIds: "partner",
  implementingStateIds: "state",
  mentions: "person",
  outcomeIds: "outcome",
  outcomes: "outcome",
  participantStateIds: "state",
  plans: "plan",
};

/** The row to which a stored value refers; null if the value is no reference. */
export function referenceOf(field: string, value: unknown, isInList = false): RowReference | null {
  const kinds = isInList ? kindOfList : kindOfField;
  const kind = Object.hasOwn(kinds, field) ? kinds[field] : undefined;
  if (kind === undefined) return null;
  const isId = kind === "periodCode" ? typeof value === "string" && value !== "" : Number.isSafeInteger(value);
  return isId ? { kind, id: value as number | string } : null;
}

/** All rows to which a stored value refers, also inside its lists and rows. */
export function referencesIn(field: string, value: unknown, isInList = false): RowReference[] {
  if (Array.isArray(value)) return value.flatMap((item) => referencesIn(field, item, true));
  if (value !== null && typeof value === "object") {
    return Object.entries(value).flatMap(([key, part]) => referencesIn(key, part));
  }
  const reference = referenceOf(field, value, isInList);
  return reference ? [reference] : [];
}
