import { createDatabase } from "../../db/client";
import { AppError } from "../../domain/errors";
import { roles } from "../../domain/roles";
import { verifySignIn } from "../../server/auth/verify-sign-in";
import type { Context } from "../../server/context";
import { contextOf } from "../../server/testing";
import { choiceOf, makeEntries, operations, type Row } from "./random-operations";

export type Sums = {
  changed: number;
  refused: number;
  marked: number;
  /** Refusals that the log must contain: the first of each kind per person and hour. */
  denied: number;
  unchanged: number;
  /** The number of rows that the log must have gained. */
  rows: number;
  kinds: Map<string, number>;
};

type AuditRow = Record<"actor_name" | "action" | "subject" | "request_id" | "address", string | null> & {
  at: Date | null;
  before: unknown;
  after: unknown;
};

/**
 * People of each role on this database, and a function that lets one of them try a random operation
 * and compares the result with the log.
 */
export async function openOperations(url: string, random: () => number) {
  const { db, pool } = createDatabase(url, 4);
  const people: Context[] = [];
  for (const role of roles) people.push(await contextOf(db, role, role === "focal" ? "LA" : undefined));
  people.push(await contextOf(db, "focal", "TH"));
  const entries = await makeEntries(db);
  const sums: Sums = { changed: 0, refused: 0, marked: 0, denied: 0, unchanged: 0, rows: 0, kinds: new Map() };
  const faults: string[] = [];

  const rowsOf = async (requestId: string) =>
    (await pool.query<AuditRow>("select * from audit_log where request_id = $1", [requestId])).rows;

  /** A hash over everything that an operation may change. */
  const stateOf = async ({ id, userId }: Row) => {
    const { rows } = await pool.query<{ state: string }>(
      `select md5(concat_ws('|', (select e::text from plan_entries e where id = $1),
         (select a::text from activities a join plan_entries e on e.activity_id = a.id where e.id = $1),
         (select string_agg(s::text, ',' order by id) from entry_states s where entry_id = $1),
         (select string_agg(p::text, ',' order by p::text) from entry_parties p where entry_id = $1),
         (select string_agg(c::text, ',' order by id) from comments c where entry_id = $1),
         (select string_agg(f::text, ',' order by id) from evidence f where entry_id = $1),
         (select count(*) from updates where entry_id = $1), (select count(*) from decisions where entry_id = $1),
         (select u::text from users u where id = $2), (select count(*) from activities), (select count(*) from users))) as state`,
      [id, userId],
    );
    return rows[0]?.state;
  };

  const note = (what: string) => sums.kinds.set(what, (sums.kinds.get(what) ?? 0) + 1);

  return {
    sums,
    faults,
    stop: () => pool.end(),
    runOne: async (number: number): Promise<void> => {
      const person = choiceOf(people, random);
      const requestId = `operation-${number}`;
      const context = { ...person, requestId, address: `198.51.100.${number % 250}`, now: new Date() };
      if (number % 100 === 0) return signInInVain(requestId, number);
      const { name, run } = choiceOf(operations, random);
      const row = await choiceOf(entries, random).read(pool);
      const before = await stateOf(row);
      const refusal = await run(context, row, random, number).then(
        () => null,
        (error: unknown) => error,
      );
      if (refusal !== null && !(refusal instanceof AppError)) faults.push(`${name} ${number}: ${String(refusal)}`);
      const hasChanged = (await stateOf(row)) !== before;
      const all = await rowsOf(requestId);
      sums.rows += all.length;
      const denials = all.filter(({ action }) => action === "access.denied");
      const rows = all.filter(({ action }) => action !== "access.denied");
      sums.denied += denials.length;
      const isDenied = refusal instanceof AppError && ["FORBIDDEN", "NOT_FOUND"].includes(refusal.code);
      if (denials.length > (isDenied ? 1 : 0)) faults.push(`${name} ${number}: ${denials.length} denials written`);
      const outcome = refusal instanceof AppError ? "refused" : hasChanged ? "changed" : "unchanged";
      sums[outcome] += 1;
      note(refusal instanceof AppError ? `${name} ${refusal.code}` : `${name} ${outcome}`);
      if (rows.length > 0 !== hasChanged) faults.push(`${name} ${number}: ${outcome}, with ${rows.length} rows`);
      if (hasChanged && refusal !== null) faults.push(`${name} ${number}: refused, and yet changed`);
      for (const one of all) if (!isWhole(one, context)) faults.push(`${name} ${number}: ${JSON.stringify(one)}`);
    },
  };

  /** The only refusal that is itself an event of the log. */
  async function signInInVain(requestId: string, number: number): Promise<void> {
    const attempt = { email: `nobody.${number}@test.example`, password: "not the one", userAgent: null };
    const code = await verifySignIn({ ...attempt, address: `203.0.113.${number % 250}`, requestId }).then(
      () => "opened",
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );
    const rows = await rowsOf(requestId);
    sums.rows += rows.length;
    sums.marked += 1;
    note(`sign-in ${code}`);
    const [row] = rows;
    if (code !== "SIGN_IN_FAILED" || rows.length !== 1 || row?.action !== "login_failed")
      faults.push(`sign-in ${number}: ${code}, with ${rows.length} rows`);
  }
}

/** Checks a row's actor, action, values before or after, time, request and address. */
function isWhole(row: AuditRow, { actor, requestId, address, now }: Context): boolean {
  const says = row.before !== null || row.after !== null;
  const isTheirs = row.actor_name === actor.name && row.request_id === requestId && row.address === address;
  return says && isTheirs && Boolean(row.action && row.subject) && row.at?.getTime() === now.getTime();
}

/** The number of rows in the log. */
export async function auditSum(url: string): Promise<{ rows: number }> {
  const { pool } = createDatabase(url, 1);
  const { rows } = await pool.query<{ rows: number }>("select count(*)::int as rows from audit_log");
  await pool.end();
  return { rows: rows[0]?.rows ?? 0 };
}
