import "server-only";
import type { z } from "zod";
import { againIfCut, type Database, isOutermost, type Transaction } from "@/db/client";
import { AppError } from "@/domain/errors";
import { can, type OwnedRow, type Permission, type RowPermission, reachOf } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { type AuditChange, writeAudit } from "./audit";
import { recordDeniedAct } from "./auth/denied-acts";
import { refuseAfterWait, refuseChangedRights } from "./auth/rights-now";
import { passDoor, type SecretDoor } from "./auth/secret-door";
import type { Context } from "./context";
import { fromDatabaseError, inTurnWithOthers } from "./database/database-error";
import { parseInput } from "./parse-input";
import { onItsRegister } from "./past/as-of";

/** Marks what came through this door; a test refuses server modules that export anything else. */
export const doorMark = Symbol.for("asean-activity-tracker.door");

type Door<Kind extends "query" | "command"> = {
  readonly [doorMark]: {
    readonly kind: Kind;
    readonly name: string;
    readonly permission: Permission;
    /** The door for secrets that a command stands behind. */
    readonly secret?: SecretDoor;
  };
};

export type Query<Input, Result> = ((context: Context, input: Input) => Promise<Result>) & Door<"query">;
export type Command<Input, Result> = ((context: Context, input: Input) => Promise<Result>) & Door<"command">;

type QuerySpec<S extends z.ZodType, R> = {
  name: string;
  permission: Permission;
  input: S;
  /**
   * Gives something away while it runs, so that it is not run again on another connection where one
   * was cut.
   */
  givesAway?: true;
  run: (scope: { db: Database; actor: Actor; input: z.output<S>; context: Context }) => Promise<R>;
};

/**
 * A read: permission, then parsed input, then `run`; after a wait the rights are asked for again
 * before anything is given. Rows are narrowed by `server/scope.ts` inside it.
 */
export function defineQuery<S extends z.ZodType, R>(spec: QuerySpec<S, R>): Query<z.input<S>, R> {
  const query = async (context: Context, raw: z.input<S>): Promise<R> => {
    try {
      refuseOutright(context.actor, spec.permission);
      const input = parseInput(spec.input, raw);
      const read = () => onItsRegister(context, (db) => spec.run({ db, actor: context.actor, input, context }));
      const result = await (isOutermost(context.db) && !spec.givesAway ? againIfCut(context.db, read) : read());
      await refuseAfterWait(context);
      return result;
    } catch (error) {
      throw await refusalOf(context, spec, { input: raw, error });
    }
  };
  return Object.assign(query, { [doorMark]: { kind: "query" as const, name: spec.name, permission: spec.permission } });
}

/**
 * What a command gives back: its result and the rows for the audit log; none when nothing changed.
 */
export type Done<R> = {
  result: R;
  audit: AuditChange | readonly AuditChange[] | null;
  /** Sessions that it has ended, one's own perhaps among them. */
  endedSessions?: readonly number[];
};

type LoadScope<S extends z.ZodType> = { tx: Transaction; actor: Actor; input: z.output<S>; context: Context };
type Loader<S extends z.ZodType, L> = (scope: LoadScope<S>) => Promise<L>;
type CommandScope<S extends z.ZodType, L> = LoadScope<S> & { row: L };

/** For a command that looks at a secret: by which door, and what is tried there. */
type Secret<S extends z.ZodType> = {
  door: SecretDoor;
  target: (scope: Omit<LoadScope<S>, "tx">) => string;
};

type CommandSpec<P extends Permission, S extends z.ZodType, L, R> = {
  name: string;
  permission: P;
  input: S;
  secret?: Secret<S>;
  load?: Loader<S, L>;
  run: (scope: CommandScope<S, L>) => Promise<Done<R>>;
};

type RowCommandSpec<P extends RowPermission, S extends z.ZodType, L, R> = {
  name: string;
  permission: P;
  input: S;
  secret?: Secret<S>;
  load: Loader<S, L>;
  run: (scope: CommandScope<S, L>) => Promise<Done<R>>;
};

/**
 * A write: role, parsed input, then in one transaction load, `can()`, `run`, the audit row, and the
 * rights once more: it may have waited for others. A permission of which some role has only its own
 * rows makes `load` required by type, so the row check cannot be left out.
 */
export function defineCommand<
  P extends RowPermission,
  S extends z.ZodType,
  L extends OwnedRow | readonly OwnedRow[],
  R,
>(spec: RowCommandSpec<P, S, L, R>): Command<z.input<S>, R>;
export function defineCommand<P extends Exclude<Permission, RowPermission>, S extends z.ZodType, L, R>(
  spec: CommandSpec<P, S, L, R>,
): Command<z.input<S>, R>;
export function defineCommand<S extends z.ZodType, L, R>(
  spec: CommandSpec<Permission, S, L, R>,
): Command<z.input<S>, R> {
  const command = async (context: Context, raw: z.input<S>): Promise<R> => {
    let isLoading = false;
    try {
      refuseOutright(context.actor, spec.permission);
      const input = parseInput(spec.input, raw);
      // What may be done while one looks back is done, and written down, in the present.
      const here = context.asOf ? { ...context, now: context.asOf.askedAt } : context;
      const act = () =>
        inTurnWithOthers(context.db, async (tx) => {
          const scope = { tx, actor: context.actor, input, context: here };
          isLoading = true;
          const row = spec.load ? await spec.load(scope) : (undefined as L);
          isLoading = false;
          refuseRow(context.actor, spec.permission, row);
          const { result, audit, endedSessions } = await spec.run({ ...scope, row });
          for (const change of listOf(audit)) await writeAudit(tx, here, spec.name, change);
          // The audit's lock is the last that is waited for, and whoever changes rights takes it
          // too: until the commit they stay.
          await refuseChangedRights(tx, here, endedSessions);
          return result;
        });
      return await behindDoor(spec, { actor: context.actor, input, context: here }, act);
    } catch (error) {
      throw await refusalOf(context, spec, { input: raw, error, isLoading });
    }
  };
  const { name, permission, secret } = spec;
  return Object.assign(command, { [doorMark]: { kind: "command" as const, name, permission, secret: secret?.door } });
}

/** The tries are counted outside of the transaction: they stay counted when it is undone. */
function behindDoor<S extends z.ZodType, R>(
  { secret }: { secret?: Secret<S> },
  scope: Omit<LoadScope<S>, "tx">,
  act: () => Promise<R>,
): Promise<R> {
  if (!secret) return act();
  const { context, actor } = scope;
  const attempt = { context, target: secret.target(scope), subjectId: async () => actor.userId };
  return passDoor(secret.door, attempt, act);
}

type Refused = { input: unknown; error: unknown; isLoading?: boolean };

/** What a door refuses with. An act that was denied is counted and written down. */
async function refusalOf(
  context: Context,
  { name, permission }: { name: string; permission: Permission },
  { input, error, isLoading = false }: Refused,
): Promise<unknown> {
  const refusal = fromDatabaseError(error);
  const code = refusal instanceof AppError ? refusal.code : null;
  // Where a role reaches only some rows, those out of its reach do not exist for it.
  const isOutOfReach = code === "NOT_FOUND" && isLoading && reachOf(context.actor, permission) !== "any";
  if (code === "FORBIDDEN" || isOutOfReach) await recordDeniedAct(context, { act: name, permission, input });
  return refusal;
}

function listOf(audit: AuditChange | readonly AuditChange[] | null): readonly AuditChange[] {
  if (audit === null) return [];
  return "subject" in audit ? [audit] : audit;
}

function refuseOutright(actor: Actor, permission: Permission): void {
  if (reachOf(actor, permission) === "none") throw new AppError("FORBIDDEN");
}

function isOwnedRow(row: unknown): row is OwnedRow {
  return typeof row === "object" && row !== null && "ownerStateIds" in row && "participantStateIds" in row;
}

/**
 * Where the role reaches only some rows, each loaded row is asked about; without a row the answer
 * is no.
 */
function refuseRow(actor: Actor, permission: Permission, loaded: unknown): void {
  if (reachOf(actor, permission) === "any") return;
  const rows = Array.isArray(loaded) ? loaded : [loaded];
  if (rows.length === 0) throw new AppError("FORBIDDEN");
  for (const row of rows) {
    if (!isOwnedRow(row) || !can(actor, permission, row)) throw new AppError("FORBIDDEN");
  }
}
