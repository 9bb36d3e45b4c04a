/** The five roles, the one with the most rights first. */
export const roles = ["admin", "manager", "officer", "focal", "viewer"] as const;
export type Role = (typeof roles)[number];

/** Who asks: a signed-in person, or the operator's own commands (`system`). */
export type Actor = {
  readonly userId: number | null;
  readonly name: string;
  readonly role: Role | "system";
  /** Set for focal points: the member state they speak for. */
  readonly memberStateId: number | null;
  readonly isSample: boolean;
  /** Asks for the register as it stood: reads, and changes nothing. */
  readonly looksBack?: boolean;
};

/** The ASEAN desk: those who see internal remarks, confidential entries and every draft. */
export function isDesk(role: Actor["role"]): boolean {
  return role === "admin" || role === "manager" || role === "officer" || role === "system";
}
