import type { Actor, Role } from "./roles";

/**
 * How far a permission reaches: `any` row; `own` rows (the member state is proponent, co-proponent
 * or implementing agency); `part` rows (own rows and those in which the member state takes part);
 * `none`.
 */
export type Reach = "any" | "own" | "part" | "none";

type Row = { readonly [R in Role]: Reach };

const desk = { admin: "any", manager: "any", officer: "any", focal: "none", viewer: "none" } as const satisfies Row;
const heads = { admin: "any", manager: "any", officer: "none", focal: "none", viewer: "none" } as const satisfies Row;
const admins = { admin: "any", manager: "none", officer: "none", focal: "none", viewer: "none" } as const satisfies Row;
const everyone = { admin: "any", manager: "any", officer: "any", focal: "any", viewer: "any" } as const satisfies Row;
const reporters = { ...everyone, viewer: "none" } as const satisfies Row;
const deskAndOwn = { ...desk, focal: "own" } as const satisfies Row;
const deskAndPart = { ...desk, focal: "part" } as const satisfies Row;

/** Who may do what. A permission that is not in this table is granted to nobody. */
export const permissions = {
  "activity.read": everyone,
  "activity.create": desk,
  "activity.enterDecided": heads,
  "entry.read": everyone,
  "entry.update": desk,
  "entry.concept": deskAndOwn,
  "entry.clear": heads,
  "entry.submit": deskAndOwn,
  "entry.remove": desk,
  "entry.merge": desk,
  "entry.report": deskAndOwn,
  "entry.progress": deskAndOwn,
  "entry.undo": deskAndPart,
  "update.correct": deskAndPart,
  "takingBack.update": heads,
  "entry.history": everyone,
  "entry_state.report": deskAndPart,
  "search.read": everyone,
  "overview.read": everyone,
  "cycle.update": heads,
  "silence.update": heads,
  "clearance.update": heads,
  "evidence.read": everyone,
  "evidence.add": deskAndOwn,
  "evidence.remove": desk,
  "comment.read": everyone,
  "comment.add": deskAndPart,
  "comment.remove": deskAndPart,
  "view.read": everyone,
  "view.write": everyone,
  "view.curate": heads,
  "token.read": everyone,
  "token.write": everyone,
  "audit.read": admins,
  "plan.read": everyone,
  "plan.create": desk,
  "plan.update": desk,
  "plan.settle": heads,
  "plan.close": heads,
  "meeting.read": everyone,
  "meeting.create": desk,
  "meeting.update": desk,
  "meeting.open": heads,
  "meeting.close": heads,
  "meeting.cancel": heads,
  "agenda.update": desk,
  "decision.record": heads,
  "paper.read": everyone,
  "paper.write": desk,
  "milestone.read": everyone,
  "milestone.write": desk,
  "round.read": reporters,
  "round.open": heads,
  "round.renew": heads,
  "round.write": deskAndOwn,
  "round.return": heads,
  "round.accept": heads,
  "round.close": heads,
  "deadlines.update": heads,
  "calendar.read": everyone,
  "calendar.write": everyone,
  "partner.read": everyone,
  "instrument.write": desk,
  "report.read": everyone,
  "report.export": everyone,
  "reference.read": everyone,
  "bin.read": everyone,
  "bin.restore": everyone,
  "reference.write": heads,
  "settings.read": everyone,
  "settings.update": admins,
  "sample.remove": admins,
  "user.read": admins,
  "user.create": admins,
  "user.update": admins,
  "account.read": everyone,
  "account.update": everyone,
} as const satisfies Record<string, Row>;

export type Permission = keyof typeof permissions;

/**
 * The permissions that some role has only for part of the rows: their commands must load the row.
 */
export type RowPermission = {
  [P in Permission]: Extract<(typeof permissions)[P][Role], "own" | "part"> extends never ? never : P;
}[Permission];

/** What a row check needs to know of a row: the member states related to it. */
export type OwnedRow = { readonly ownerStateIds: readonly number[]; readonly participantStateIds: readonly number[] };

/** The permissions that remain while looking back: reading, and the person's own account. */
const allowedWhileLookingBack = new Set<Permission>(["entry.history", "report.export", "account.update"]);
const remainsInPast = (permission: Permission) =>
  permission.endsWith(".read") || allowedWhileLookingBack.has(permission);

type Asking = Pick<Actor, "role" | "looksBack">;

/**
 * How far the actor's role reaches with this permission; unknown permissions and roles reach
 * nothing.
 */
export function reachOf(actor: Asking, permission: Permission): Reach {
  if (actor.looksBack && !remainsInPast(permission)) return "none";
  if (actor.role === "system") return "any";
  const row: Row | undefined = Object.hasOwn(permissions, permission) ? permissions[permission] : undefined;
  return row && Object.hasOwn(row, actor.role) ? row[actor.role] : "none";
}

/**
 * True if the actor may do this (to this row). Pure, synchronous, deny by default: a permission for
 * some rows only is refused if no row is given.
 */
export function can(actor: Asking & Pick<Actor, "memberStateId">, permission: Permission, row?: OwnedRow): boolean {
  const reach = reachOf(actor, permission);
  if (reach === "any") return true;
  if (reach === "none" || !row || actor.memberStateId === null) return false;
  if (row.ownerStateIds.includes(actor.memberStateId)) return true;
  return reach === "part" && row.participantStateIds.includes(actor.memberStateId);
}

/**
 * True if the actor represents a member state that owns the row. It decides what they see of their
 * own rows, not what they may change.
 */
export function owns(actor: Pick<Actor, "memberStateId">, row?: OwnedRow): boolean {
  return actor.memberStateId !== null && (row?.ownerStateIds.includes(actor.memberStateId) ?? false);
}

/** True if the answer depends on the row, so that its member states must be loaded. */
export function dependsOnRow(actor: Asking, permission: Permission): boolean {
  const reach = reachOf(actor, permission);
  return reach === "own" || reach === "part";
}

/**
 * Which entries an actor sees: `desk` = all; `published` = all but drafts and confidential ones;
 * `state` = those in which the member state takes part, without confidential ones.
 */
export type Visibility =
  | { readonly kind: "desk" }
  | { readonly kind: "published" }
  | { readonly kind: "state"; readonly memberStateId: number }
  | { readonly kind: "nothing" };

/** The rows of the register that the actor may see; other rows do not exist for them. */
export function visibility(actor: Pick<Actor, "role" | "memberStateId">): Visibility {
  switch (actor.role) {
    case "admin":
    case "manager":
    case "officer":
    case "system":
      return { kind: "desk" };
    case "viewer":
      return { kind: "published" };
    case "focal":
      return actor.memberStateId === null ? { kind: "nothing" } : { kind: "state", memberStateId: actor.memberStateId };
    default:
      return { kind: "nothing" };
  }
}
