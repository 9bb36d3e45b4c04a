/** The five roles, the one with the most rights first. */
export const roles = ["admin", "manager", "officer", "focal", "viewer"] as const;
export type Role = (typeof roles)[number];

/** Who makes a request: a signed-in person, or a command of the operator (`system`). */
export type Actor = {
  readonly userId: number | null;
  readonly name: string;
  readonly role: Role | "system";
  /** Set for focal points: the member state that they represent. */
  readonly memberStateId: number | null;
  readonly isSample: boolean;
  /** True if the actor looks at the past: they may read and change nothing. */
  readonly looksBack?: boolean;
};

/**
 * True for the ASEAN desk: the roles that see internal remarks, confidential entries and every
 * draft.
 */
export function isDesk(role: Actor["role"]): boolean {
  return role === "admin" || role === "manager" || role === "officer" || role === "system";
}

/** True for those who lead the desk: they may also take back what others did. */
export function isHead(role: Actor["role"]): boolean {
  return role === "admin" || role === "manager" || role === "system";
}
