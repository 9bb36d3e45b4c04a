import "server-only";
import { eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { activityOutcomes } from "@/db/schema/activities";
import { entryParties } from "@/db/schema/entry-parts";
import type { PartyRole } from "@/domain/vocabulary";
import type { LoadedEntry } from "@/server/entries/load";

/** The editable fields of an entry by their form names, all as text; lists are joined by commas. */
export async function editFields(
  db: Database | Transaction,
  { entry, activity }: Pick<LoadedEntry, "entry" | "activity">,
): Promise<Record<string, string>> {
  const outcomes = await db
    .select({ id: activityOutcomes.outcomeId })
    .from(activityOutcomes)
    .where(eq(activityOutcomes.activityId, activity.id))
    .orderBy(activityOutcomes.outcomeId);
  const parties = await db
    .select()
    .from(entryParties)
    .where(eq(entryParties.entryId, entry.id))
    .orderBy(entryParties.memberStateId, entryParties.partnerId);
  const states = (role: PartyRole) =>
    parties
      .flatMap((party) => (party.role === role && party.memberStateId !== null ? [party.memberStateId] : []))
      .join(",");
  const funders = parties.flatMap((party) =>
    party.role === "funder" && party.partnerId !== null ? [party.partnerId] : [],
  );
  return {
    titleEn: activity.titleEn ?? "",
    titleLo: activity.titleLo ?? "",
    originalLocale: activity.originalLocale,
    summaryEn: activity.summaryEn ?? "",
    summaryLo: activity.summaryLo ?? "",
    kind: activity.kind,
    outcomeIds: outcomes.map((row) => row.id).join(","),
    proponentStateId: states("proponent"),
    coProponentStateIds: states("co_proponent"),
    implementingStateIds: states("implementing_agency"),
    participantStateIds: states("participant"),
    funderPartnerIds: funders.join(","),
    plannedStartOn: entry.plannedStartOn ?? "",
    plannedEndOn: entry.plannedEndOn ?? "",
    actualStartOn: entry.actualStartOn ?? "",
    actualEndOn: entry.actualEndOn ?? "",
    budgetApprovedUsd: entry.budgetApprovedUsd ?? "",
    budgetDisbursedUsd: entry.budgetDisbursedUsd ?? "",
    fund: entry.fund ?? "",
    counted: entry.counted,
    isConfidential: entry.isConfidential ? "on" : "",
    internalRemark: entry.internalRemark ?? "",
    version: String(entry.version),
    activityVersion: String(activity.version),
  };
}
