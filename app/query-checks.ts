import { takesAsOf } from "@/domain/as-of";
import { entryAddress, newActivityAddress } from "@/features/activities/address";
import { activitiesAddress, activitiesExport } from "@/features/activities/list-address";
import { auditAddress, auditExport } from "@/features/audit/address";
import { deadlineAddress, deadlinesAddress } from "@/features/deadlines/address";
import { agendaAddress, decideAddress, meetingAddress } from "@/features/meetings/address";
import { compareAddress } from "@/features/meetings/compare-address";
import { overviewAddress } from "@/features/overview/address";
import { partnerAddress } from "@/features/partners/address";
import { planAddress, statesAddress } from "@/features/plans/address";
import { carryOverAddress, carryOverPreviewAddress } from "@/features/plans/carry-over-address";
import { lineageAddress, lineageExport } from "@/features/plans/lineage-address";
import { versionsAddress } from "@/features/proposals/address";
import { reportsAddress } from "@/features/reports/address";
import { countryProgressAddress, countryProgressExport } from "@/features/reports/documents/country-progress/address";
import { briefingAddress, briefingExport } from "@/features/reports/documents/meeting-briefing/address";
import {
  outstandingReportsAddress,
  outstandingReportsExport,
} from "@/features/reports/documents/outstanding-reports/address";
import { talkingPointsAddress, talkingPointsExport } from "@/features/reports/documents/talking-points/address";
import { workPlanAddress, workPlanExport } from "@/features/reports/documents/work-plan/address";
import { yearlyProgressAddress, yearlyProgressExport } from "@/features/reports/documents/yearly-progress/address";
import { newRoundAddress, roundAddress } from "@/features/rounds/address";
import { settingsAddress } from "@/features/settings/address";
import {
  accountAddress,
  forgottenAddress,
  keysAddress,
  signInAddress,
  userAddress,
  usersAddress,
} from "@/features/users/address";

/** Every page that reads parameters; a page that is not here takes none that could be wrong. */
export const declaredAddresses = [
  overviewAddress,
  activitiesAddress,
  activitiesExport,
  newActivityAddress,
  entryAddress,
  decideAddress,
  versionsAddress,
  deadlinesAddress,
  deadlineAddress,
  meetingAddress,
  agendaAddress,
  compareAddress,
  briefingAddress,
  briefingExport,
  partnerAddress,
  talkingPointsAddress,
  talkingPointsExport,
  planAddress,
  carryOverAddress,
  carryOverPreviewAddress,
  statesAddress,
  outstandingReportsAddress,
  outstandingReportsExport,
  lineageAddress,
  lineageExport,
  reportsAddress,
  workPlanAddress,
  workPlanExport,
  countryProgressAddress,
  countryProgressExport,
  yearlyProgressAddress,
  yearlyProgressExport,
  roundAddress,
  newRoundAddress,
  settingsAddress,
  accountAddress,
  keysAddress,
  usersAddress,
  userAddress,
  auditAddress,
  auditExport,
  signInAddress,
  forgottenAddress,
] as const;

/** The names in this address that its page cannot read; they are answered with 400 before the page runs. */
export function unreadableParams(pathname: string, params: URLSearchParams): string[] {
  // Next's own parameter of client-side navigations.
  const named = new URLSearchParams([...params].filter(([name]) => name !== "_rsc"));
  if (takesAsOf(pathname) && named.getAll("asof").length === 1) named.delete("asof");
  if (named.has("asof")) return ["asof"];
  return declaredAddresses.find(({ matches }) => matches(pathname))?.unreadable(named) ?? [];
}
