import "server-only";
import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { partners } from "@/db/schema/bodies";
import { entryParties, entryStates } from "@/db/schema/entry-parts";
import { memberStates } from "@/db/schema/member-states";
import { periods } from "@/db/schema/periods";
import { AppError, type FieldError } from "@/domain/errors";
import { isMemberOn } from "@/domain/member-states";
import type { EntryStateRole, PartyRole } from "@/domain/vocabulary";

/** The parties of the entry by their form names. */
export type PartyFields = {
  proponentStateId: number | null;
  coProponentStateIds: readonly number[];
  implementingStateIds: readonly number[];
  participantStateIds: readonly number[];
  funderPartnerIds: readonly number[];
};

const stateFields = [
  ["coProponentStateIds", "co_proponent", "co_lead"],
  ["implementingStateIds", "implementing_agency", "co_lead"],
  ["participantStateIds", "participant", "participant"],
] as const satisfies readonly (readonly [keyof PartyFields, PartyRole, EntryStateRole])[];

/** Refuses states that are not members on the last day of the plan's period. */
async function refuseStrangers(tx: Transaction, fields: PartyFields, periodId: number): Promise<void> {
  const [period] = await tx.select().from(periods).where(eq(periods.id, periodId));
  const states = await tx.select().from(memberStates);
  const members = new Set(
    states.filter((state) => period && isMemberOn(state, period.endsOn)).map((state) => state.id),
  );
  const known = new Set(states.map((state) => state.id));
  const problems: FieldError[] = [];
  const check = (field: string, ids: readonly number[]) => {
    if (ids.some((id) => !known.has(id))) problems.push({ field, code: "UNKNOWN_CHOICE" });
    else if (ids.some((id) => !members.has(id))) problems.push({ field, code: "STATE_NOT_A_MEMBER" });
  };
  check("proponentStateId", fields.proponentStateId === null ? [] : [fields.proponentStateId]);
  for (const [field] of stateFields) check(field, fields[field]);
  if (fields.funderPartnerIds.length > 0) {
    const found = await tx
      .select({ id: partners.id })
      .from(partners)
      .where(inArray(partners.id, [...fields.funderPartnerIds]));
    if (found.length !== new Set(fields.funderPartnerIds).size) {
      problems.push({ field: "funderPartnerIds", code: "UNKNOWN_CHOICE" });
    }
  }
  if (problems.length > 0) throw new AppError("INVALID_INPUT", { fields: problems });
}

type Line = { role: PartyRole; memberStateId: number | null; partnerId: number | null };
const lineKey = (line: Line) => `${line.role}:${line.memberStateId}:${line.partnerId}`;

function linesOf(fields: PartyFields): Line[] {
  const proponent: Line[] =
    fields.proponentStateId === null
      ? []
      : [{ role: "proponent", memberStateId: fields.proponentStateId, partnerId: null }];
  const states = stateFields.flatMap(([field, role]) =>
    fields[field].map((memberStateId): Line => ({ role, memberStateId, partnerId: null })),
  );
  const funders = fields.funderPartnerIds.map(
    (partnerId): Line => ({ role: "funder", memberStateId: null, partnerId }),
  );
  return [...proponent, ...states, ...funders];
}

/**
 * Replaces the entry's parties by those of the form, and gives each member state among them a
 * share. A party that stays retains its agency. A partner that proposes an entry of its own plan is
 * not on the form, and stays. A removed state that has reported retains its share as a former one.
 */
export async function saveParties(
  tx: Transaction,
  entryId: number,
  periodId: number,
  fields: PartyFields,
): Promise<void> {
  await refuseStrangers(tx, fields, periodId);
  const present = await tx.select().from(entryParties).where(eq(entryParties.entryId, entryId));
  const wanted = new Map(linesOf(fields).map((line) => [lineKey(line), line]));
  const gone = present.filter(
    (line) => !wanted.has(lineKey(line)) && !(line.role !== "funder" && line.partnerId !== null),
  );
  if (gone.length > 0) {
    await tx.delete(entryParties).where(
      inArray(
        entryParties.id,
        gone.map((line) => line.id),
      ),
    );
  }
  const have = new Set(present.map(lineKey));
  const added = [...wanted.entries()].filter(([key]) => !have.has(key)).map(([, line]) => ({ entryId, ...line }));
  if (added.length > 0) await tx.insert(entryParties).values(added);
  await saveStates(tx, entryId, fields);
}

async function saveStates(tx: Transaction, entryId: number, fields: PartyFields): Promise<void> {
  const roleOf = new Map<number, EntryStateRole>();
  for (const [field, , role] of [...stateFields].reverse()) for (const id of fields[field]) roleOf.set(id, role);
  if (fields.proponentStateId !== null) roleOf.set(fields.proponentStateId, "lead");
  const stateIds = [...roleOf.keys()];
  const others = and(
    eq(entryStates.entryId, entryId),
    stateIds.length > 0 ? notInArray(entryStates.memberStateId, stateIds) : undefined,
  );
  await tx.delete(entryStates).where(and(others, isNull(entryStates.lastReportedOn)));
  await tx.update(entryStates).set({ role: "former" }).where(others);
  for (const [memberStateId, role] of roleOf) {
    await tx
      .insert(entryStates)
      .values({ entryId, memberStateId, role })
      .onConflictDoUpdate({ target: [entryStates.entryId, entryStates.memberStateId], set: { role } });
  }
}
