/**
 * What the rules need to know of a member state. `joinedOn` and `leftOn` are calendar days,
 * `YYYY-MM-DD`.
 */
export type Membership = { readonly joinedOn: string; readonly leftOn: string | null };

/**
 * True if the state was a member on that day. "Of n states" depends on the day: ten until
 * 2025-10-26, then eleven.
 */
export function isMemberOn(state: Membership, day: string): boolean {
  return state.joinedOn <= day && (state.leftOn === null || day < state.leftOn);
}
