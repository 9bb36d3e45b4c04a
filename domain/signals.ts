/**
 * Why an entry needs attention, computed against a reference date that fits its period: `late` (an
 * end or a start has passed), `overdue` (a deadline has passed and is not done), `silent` (no
 * update for too long), `at_risk` and `delayed` (set by a desk while the work is ongoing),
 * `untranslated` (no Lao title), `changed` (stage, status or schedule differ from the last meeting
 * of the period).
 */
export const signals = ["late", "overdue", "silent", "at_risk", "delayed", "untranslated", "changed"] as const;
export type Signal = (typeof signals)[number];

/** The signals of work that does not go as planned. */
export const attentionSignals = [
  "late",
  "overdue",
  "silent",
  "at_risk",
  "delayed",
] as const satisfies readonly Signal[];
export type AttentionSignal = (typeof attentionSignals)[number];

/**
 * Days without an update after which ongoing work counts as silent, unless a manager sets another
 * number.
 */
export const defaultSilentAfter = 90;

/** The bounds of that number: a week, and two years. */
export const silentAfterBounds = { min: 7, max: 730 } as const;
