/**
 * Closed lists that the rules depend on. Everything that only names things is reference data in the
 * database.
 */

export const locales = ["en", "lo"] as const;
export type Locale = (typeof locales)[number];

export const frameworks = ["adgsom_atrc", "partner"] as const;
export type Framework = (typeof frameworks)[number];

export const planStates = ["preparing", "proposed", "approved", "closed"] as const;
export type PlanState = (typeof planStates)[number];

export const periodKinds = ["work_cycle", "fiscal_year", "multi_year"] as const;
export type PeriodKind = (typeof periodKinds)[number];

export const partyRoles = ["proponent", "co_proponent", "implementing_agency", "participant", "funder"] as const;
export type PartyRole = (typeof partyRoles)[number];

/** The roles that make a member state an owner of the entry. */
export const ownerRoles = ["proponent", "co_proponent", "implementing_agency"] as const satisfies readonly PartyRole[];

/**
 * `former`: removed from the entry after it had reported. Its reports stay, and none is requested
 * any more.
 */
export const entryStateRoles = ["lead", "co_lead", "participant", "former"] as const;
export type EntryStateRole = (typeof entryStateRoles)[number];

export const countedValues = ["yes", "no", "unknown"] as const;
export type Counted = (typeof countedValues)[number];

export const priorityKinds = ["annual", "chair_year", "ministers_agenda"] as const;
export type PriorityKind = (typeof priorityKinds)[number];

export const priorityStates = ["proposed", "approved", "not_supported"] as const;
export type PriorityState = (typeof priorityStates)[number];

export const activityKinds = [
  "study",
  "guideline",
  "training",
  "event",
  "system",
  "framework",
  "cooperation",
  "other",
] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const dayPrecisions = ["exact", "week", "month", "by", "unknown"] as const;
export type DayPrecision = (typeof dayPrecisions)[number];

export const meetingStates = ["planned", "open", "closed", "postponed", "cancelled"] as const;
export type MeetingState = (typeof meetingStates)[number];

export const partnerKinds = ["dialogue_partner", "sectoral_partner", "development_partner", "organisation"] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** Agreements between ASEAN and a partner, and joint plans. */
export const instrumentKinds = [
  "memorandum",
  "action_plan",
  "strategic_plan",
  "work_plan",
  "programme",
  "other",
] as const;
export type InstrumentKind = (typeof instrumentKinds)[number];

/** As far as a source states it; whether it has expired follows from its days. */
export const instrumentStates = ["preparing", "announced", "in_force", "ended", "unknown"] as const;
export type InstrumentState = (typeof instrumentStates)[number];

/** The precision of a day of validity. */
export const validityPrecisions = ["exact", "month", "year", "unknown"] as const;
export type ValidityPrecision = (typeof validityPrecisions)[number];

/** What an API key may do: read, or also write, each within the rights of its owner. */
export const tokenScopes = ["read", "write"] as const;
export type TokenScope = (typeof tokenScopes)[number];
