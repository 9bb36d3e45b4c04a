import { type AddressQuery, defineAddress } from "@/address/define-address";
import { exportOf } from "@/address/export-of";
import { day, id, idText, matching, searchText, sequenceNumber } from "@/address/parsers";

/** The address of the audit log; its parameters are the filters. */
export const auditAddress = defineAddress(
  "/admin/audit",
  {
    /** An account id, or `nobody` for the system and for visitors who were not signed in. */
    person: matching((text) => text === "nobody" || idText.parse(text) !== null),
    action: matching((text) => /^[a-zA-Z_]{1,30}(\.[a-zA-Z_]{1,30})?$/.test(text)),
    subject: matching((text) => /^[a-z_]{1,30}$/.test(text)),
    id,
    from: day,
    to: day,
    q: searchText,
    /** The page shows the rows before this sequence number. */
    before: sequenceNumber,
  },
  ["person", "action", "subject", "id", "from", "to", "q"],
);

/** The download of all rows that match the filters. */
export const auditExport = exportOf(auditAddress, ["csv", "xlsx"]);

export type AuditQuery = AddressQuery<typeof auditAddress>;

/** True if any filter is set. */
export function isNarrowed(query: AuditQuery): boolean {
  return Object.entries(query).some(([name, value]) => name !== "before" && value !== null);
}
