import { type AddressQuery, defineAddress } from "@/address/define-address";
import { exportOf } from "@/address/export-of";
import { day, id, idText, matching, searchText, sequenceNumber } from "@/address/parsers";

/** The log's selection is its address. */
export const auditAddress = defineAddress("/admin/audit", {
  /** An account's id, or `nobody` for the site itself and for visitors who were not signed in. */
  person: matching((text) => text === "nobody" || idText.parse(text) !== null),
  action: matching((text) => /^[a-zA-Z_]{1,30}(\.[a-zA-Z_]{1,30})?$/.test(text)),
  subject: matching((text) => /^[a-z_]{1,30}$/.test(text)),
  id,
  from: day,
  to: day,
  q: searchText,
  /** The page begins with the rows before this one. */
  before: sequenceNumber,
});

/** The whole selection as a file. */
export const auditExport = exportOf(auditAddress, ["csv", "xlsx"]);

export type AuditQuery = AddressQuery<typeof auditAddress>;

/** Is anything narrowed? */
export function isNarrowed(query: AuditQuery): boolean {
  return Object.entries(query).some(([name, value]) => name !== "before" && value !== null);
}
