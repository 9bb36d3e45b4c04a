import { reportAddress } from "./address";

/** A row of updates to be written: those that are left, and how many there were. */
export type Queue = { left: readonly number[]; of: number };

/** The most updates in a row: as many as an address holds. */
export const queueLimit = 40;

/** The address at which the first of these entries is updated, and the others after it. */
export function queueHref(ids: readonly number[]) {
  const [first = 0, ...left] = ids.slice(0, queueLimit);
  return reportAddress.href({ queue: left.map(String), of: Math.min(ids.length, queueLimit) }, { id: first });
}

/**
 * Where a form of the row leads: to the next entry, and from the last one back to the desk.
 * @param doneId the entry that was just updated; null if it was skipped
 */
export function nextHref({ left, of }: Queue, doneId: number | null) {
  const [next, ...rest] = left;
  if (next === undefined) return doneId === null ? ("/desk" as const) : (`/desk?done=${doneId}` as const);
  return reportAddress.href({ queue: rest.map(String), of, done: doneId }, { id: next });
}

/** The row as a form sends it: `queue` with the ids that are left, `of` with the number of all. */
export function queueOf(fields: Readonly<Record<string, unknown>>): Queue | null {
  const { queue, of } = fields;
  if (typeof queue !== "string" || typeof of !== "string" || !/^\d{1,2}$/.test(of)) return null;
  const left = queue.split(",").filter((text) => /^[1-9]\d{0,8}$/.test(text));
  return { left: left.slice(0, queueLimit).map(Number), of: Number(of) };
}
