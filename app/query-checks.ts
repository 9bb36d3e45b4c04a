import { takesAsOf } from "@/domain/as-of";
import { unreadableExportParams } from "@/features/activities/export-query";
import { unreadableListParams } from "@/features/activities/list-query";
import { unreadableAuditExport, unreadableAuditParams } from "@/features/audit/list-query";
import { unreadableDeadlines } from "@/features/deadlines/deadlines-query";
import { unreadableAgendaParams, unreadableDecisionParams } from "@/features/meetings/agenda-query";
import { unreadableCompareParams } from "@/features/meetings/compare-query";
import { unreadableOverviewParams } from "@/features/overview/overview-query";
import { unreadableCarryOver } from "@/features/plans/carry-over-query";
import { unreadableLineage, unreadableLineageExport } from "@/features/plans/lineage-query";
import { unreadableStates } from "@/features/plans/states-query";
import { unreadableVersionParams } from "@/features/proposals/versions-query";
import {
  unreadableBriefingExport,
  unreadableBriefingParams,
  unreadableChaseExport,
  unreadableChaseParams,
  unreadableMatrixExport,
  unreadableMatrixParams,
  unreadableProgressExport,
  unreadableProgressParams,
  unreadableTalkingExport,
  unreadableTalkingParams,
  unreadableYearlyExport,
  unreadableYearlyParams,
} from "@/features/reports/report-query";
import { unreadableNewRound, unreadableRoundParams } from "@/features/rounds/rounds-query";
import { unreadableUserParams } from "@/features/users/list-query";

/** A form about a new activity may come with the plan it is for. */
const unreadablePlan = (params: URLSearchParams) => {
  const isReadable = (name: string) => name === "plan" && /^[1-9]\d{0,8}$/.test(params.getAll(name).join());
  return [...new Set(params.keys())].filter((name) => !isReadable(name));
};

/** A plan's page may be asked for the rows behind one of its numbers. */
const unreadableKind = (params: URLSearchParams) =>
  params.getAll("count").every((kind) => kind === "approved" || kind === "proposed") ? [] : ["count"];

/** Each page's own reader of its address; a page that is not here takes no parameters that could be wrong. */
const checks: Record<string, (params: URLSearchParams) => string[]> = {
  "/": unreadableOverviewParams,
  "/activities": unreadableListParams,
  "/activities/export": unreadableExportParams,
  "/activities/new": unreadablePlan,
  "/deadlines": unreadableDeadlines,
  "/meetings/compare": unreadableCompareParams,
  "/meetings/compare/briefing": unreadableBriefingParams,
  "/meetings/compare/briefing/export": unreadableBriefingExport,
  "/plans/lineage": unreadableLineage,
  "/plans/lineage/export": unreadableLineageExport,
  "/reports/work-plan": unreadableMatrixParams,
  "/reports/work-plan/export": unreadableMatrixExport,
  "/reports/country-progress": unreadableProgressParams,
  "/reports/country-progress/export": unreadableProgressExport,
  "/reports/yearly-progress": unreadableYearlyParams,
  "/reports/yearly-progress/export": unreadableYearlyExport,
  "/rounds/new": unreadableNewRound,
  "/admin/users": unreadableUserParams,
  "/admin/audit": unreadableAuditParams,
  "/admin/audit/export": unreadableAuditExport,
};

/** The same for pages of a row, by the shape of their address. */
const checkOfRow: readonly [RegExp, (params: URLSearchParams) => string[]][] = [
  [/^\/plans\/\d+$/, unreadableKind],
  [/^\/plans\/\d+\/carry-over(\/preview)?$/, unreadableCarryOver],
  [/^\/plans\/\d+\/states$/, unreadableStates],
  [/^\/plans\/\d+\/states\/chase$/, unreadableChaseParams],
  [/^\/plans\/\d+\/states\/chase\/export$/, unreadableChaseExport],
  [/^\/partners\/\d+\/talking-points$/, unreadableTalkingParams],
  [/^\/partners\/\d+\/talking-points\/export$/, unreadableTalkingExport],
  [/^\/meetings\/\d+\/agenda$/, unreadableAgendaParams],
  [/^\/rounds\/\d+$/, unreadableRoundParams],
  [/^\/activities\/\d+\/decide$/, unreadableDecisionParams],
  [/^\/activities\/\d+\/concept\/versions$/, unreadableVersionParams],
];

/** The names in this address that its page cannot read; they are answered with 400 before the page runs. */
export function unreadableParams(pathname: string, params: URLSearchParams): string[] {
  // Next's own parameter of client-side navigations.
  const named = new URLSearchParams([...params].filter(([name]) => name !== "_rsc"));
  if (takesAsOf(pathname) && named.getAll("asof").length === 1) named.delete("asof");
  if (named.has("asof")) return ["asof"];
  return (checkOfRow.find(([pattern]) => pattern.test(pathname))?.[1] ?? checks[pathname])?.(named) ?? [];
}
