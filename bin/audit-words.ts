import type { AnchorState } from "@/db/audit-anchor/advance";
import type { AnchorFault } from "@/db/audit-anchor/find";
import { type AnchorPlace, placeName } from "@/db/audit-anchor/places";
import type { AuditFault, AuditVerdict, Witness } from "@/db/audit-verify";

/** Explains what is wrong with the log, and how that was found. */
export function wordsForFault(fault: AuditFault): string {
  const { seq } = fault;
  switch (fault.kind) {
    case "edited":
      return `row ${seq} was edited.`;
    case "missing":
      return `row ${seq} was deleted.`;
    case "moved":
      return `row ${seq} was written as row ${fault.was}: rows were swapped, or one was inserted before it.`;
    case "inserted":
      return `row ${seq} does not follow from the row before it: it was inserted, or replaced.`;
    case "cut":
      return `row ${seq} and what followed it were cut off the end${fault.by ? `: it ends at row ${seq - 1}, but ${nameOf(fault.by)} knows row ${fault.by.seq}` : ""}.`;
    case "rewritten":
      return `row ${seq} is not the one that was signed: the rows up to it were written anew.`;
    case "unsigned_end":
      return `row ${seq} follows the signed end: it was inserted there, or rows that had been signed were cut off before it.`;
    case "no_head":
      return `the signature of its end, row ${seq}, is gone.`;
    case "forged_head":
      return `the signature of its end, row ${seq}, was not made with this key (AUDIT_KEY, or AUTH_SECRET where that is not set).`;
    case "not_anchor":
      return `row ${seq} is not the one of ${fault.by ? nameOf(fault.by) : "the anchor"}: the rows up to it were written anew.`;
    case "other_log":
      return `${fault.by ? nameOf(fault.by) : "an anchor"} is of another log that this database held, with another first row: all of it was replaced. If that is meant to be so, move the file away.`;
  }
}

/** Explains what is wrong with a file that stores the end of the log. */
export function wordsForAnchor({ kind, source, reason }: AnchorFault): string {
  switch (kind) {
    case "missing":
      return `${source} is not there: no site with this setting has been started yet, or it was taken away.`;
    case "unreadable":
      return `${source} cannot be read (${reason}).`;
    case "forged":
      return `${source} was not signed with this key (AUDIT_KEY, or AUTH_SECRET where that is not set): it is not believed.`;
  }
}

/** Names what an intact log was compared with. */
export function wordsForWitnesses({ newest, strangers }: Pick<AuditVerdict, "newest" | "strangers">): string[] {
  const compared = newest
    ? `Its newest end kept elsewhere, ${nameOf(newest)}, is row ${newest.seq}.`
    : "Nothing kept outside the database was found to compare it with: an earlier state of it would not be noticed.";
  return [
    compared,
    ...strangers.map((one) => `Another database, ${one.database}, went on from the same log: ${nameOf(one)}.`),
  ];
}

/** Explains why the end of the log could not be stored at a location. */
export function wordsForProblem(
  place: AnchorPlace,
  { kind, file, reason }: NonNullable<AnchorState["problem"]>,
): string {
  const begin = `The end of the audit log is not kept outside the database (${placeName(place)}): `;
  switch (kind) {
    case "unsound":
      return `${begin}it is not the one that was signed. Run npm run audit -- verify.`;
    case "unreadable":
      return `${begin}${file} cannot be read (${reason}).`;
    case "forged":
      return `${begin}${file} was not signed with this key (AUDIT_KEY, or AUTH_SECRET where that is not set).`;
    case "foreign":
      return `${begin}${file} is of another log or database, and is left as it is.`;
    case "rolled_back":
      return `${begin}${file} knows a row that the log does not hold. Run npm run audit -- verify.`;
    case "not_written":
      return `${begin}${file} cannot be written (${reason}).`;
  }
}

const nameOf = ({ source = "an anchor", notedAt }: Witness): string => (notedAt ? `${source} of ${notedAt}` : source);
