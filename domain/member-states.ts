/** What the rules need of a member state. `joinedOn` and `leftOn` are calendar days, `YYYY-MM-DD`. */
export type Membership = { readonly joinedOn: string; readonly leftOn: string | null };

/** Was the state a member on that day? "Of n states" is always asked for a day: ten until 2025-10-26, then eleven. */
export function isMemberOn(state: Membership, day: string): boolean {
  return state.joinedOn <= day && (state.leftOn === null || day < state.leftOn);
}
