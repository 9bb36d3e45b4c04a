import { exportOf } from "@/address/export-of";
import { isTrackingName } from "@/address/tracking-names";
import { takesAsOf } from "@/domain/as-of";
import { reportFormats } from "@/domain/report-model";
import { entryAddress, newActivityAddress, reportAddress } from "@/features/activities/address";
import { activitiesAddress, activitiesExport } from "@/features/activities/list-address";
import { auditAddress, auditExport } from "@/features/audit/address";
import { binAddress } from "@/features/bin/address";
import { deadlineAddress, deadlinesAddress } from "@/features/deadlines/address";
import { agendaAddress, decideAddress, meetingAddress } from "@/features/meetings/address";
import { compareAddress } from "@/features/meetings/compare-address";
import { deskAddress } from "@/features/my-desk/address";
import { overviewAddress } from "@/features/overview/address";
import { partnerAddress } from "@/features/partners/address";
import { planAddress, statesAddress } from "@/features/plans/address";
import { carryOverAddress, carryOverPreviewAddress } from "@/features/plans/carry-over-address";
import { lineageAddress, lineageExport } from "@/features/plans/lineage-address";
import { versionsAddress } from "@/features/proposals/address";
import { newReferenceAddress, referenceAddress, referenceRowAddress } from "@/features/reference/address";
import { reportsAddress } from "@/features/reports/address";
import { documentAddresses } from "@/features/reports/documents/catalogue";
import { newRoundAddress, roundAddress } from "@/features/rounds/address";
import { searchAddress } from "@/features/search/address";
import { settingsAddress } from "@/features/settings/address";
import {
  accountAddress,
  forgottenAddress,
  keysAddress,
  signInAddress,
  userAddress,
  usersAddress,
} from "@/features/users/address";

/** Every page with parameters; a page that is not listed has no parameters to check. */
export const declaredAddresses = [
  overviewAddress,
  activitiesAddress,
  activitiesExport,
  newActivityAddress,
  entryAddress,
  reportAddress,
  decideAddress,
  versionsAddress,
  deadlinesAddress,
  deadlineAddress,
  meetingAddress,
  agendaAddress,
  compareAddress,
  partnerAddress,
  planAddress,
  carryOverAddress,
  carryOverPreviewAddress,
  statesAddress,
  lineageAddress,
  lineageExport,
  referenceAddress,
  newReferenceAddress,
  referenceRowAddress,
  reportsAddress,
  ...documentAddresses,
  ...documentAddresses.map((address) => exportOf(address, reportFormats)),
  roundAddress,
  newRoundAddress,
  searchAddress,
  settingsAddress,
  accountAddress,
  keysAddress,
  usersAddress,
  userAddress,
  auditAddress,
  binAddress,
  deskAddress,
  auditExport,
  signInAddress,
  forgottenAddress,
] as const;

/**
 * The names in this address that its page cannot read; the gate answers them with 400 before the
 * page runs.
 */
export function unreadableParams(pathname: string, params: URLSearchParams): string[] {
  // Next's own parameter of client-side navigations.
  const named = new URLSearchParams([...params].filter(([name]) => name !== "_rsc" && !isTrackingName(name)));
  if (takesAsOf(pathname) && named.getAll("asof").length === 1) named.delete("asof");
  if (named.has("asof")) return ["asof"];
  return declaredAddresses.find(({ matches }) => matches(pathname))?.refused(named) ?? [];
}
