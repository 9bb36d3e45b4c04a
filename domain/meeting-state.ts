import type { MeetingState } from "./vocabulary";

/** Meetings that will be held, as far as is known. */
export const comingStates = ["planned", "open", "postponed"] as const satisfies readonly MeetingState[];

/** Meetings that will not be held on the days that were announced; each has a reason. */
export const offStates = ["postponed", "cancelled"] as const satisfies readonly MeetingState[];
export type OffState = (typeof offStates)[number];

export const isComing = (state: MeetingState): boolean => comingStates.some((one) => one === state);

/** The state where nothing is held on the announced days; null for every other meeting. */
export const offState = (state: MeetingState | null): OffState | null => offStates.find((one) => one === state) ?? null;

/** The states from which a meeting can be postponed, cancelled, or planned again. */
const from: Readonly<Record<OffState | "planned", readonly MeetingState[]>> = {
  postponed: ["planned", "postponed"],
  cancelled: ["planned", "open", "postponed"],
  planned: ["postponed", "cancelled"],
};

export const canBecome = (state: MeetingState, next: keyof typeof from): boolean => from[next].includes(state);
