import "server-only";
import type { Transaction } from "@/db/client";
import { bodies, partners } from "@/db/schema/bodies";
import { agencies, memberStates } from "@/db/schema/member-states";
import { masterplans, outcomes, periods } from "@/db/schema/periods";
import { citations, sources } from "@/db/schema/sources";
import { masterplanRows, outcomeRows, workCycles } from "./masterplans";
import { agencyRows, bodyRows, partnerRows, stateRows } from "./places";
import { sourceRows } from "./sources";

/** Ids by code, for the later parts of the seed. */
export type Frame = {
  sourceIds: Map<string, number>;
  stateIds: Map<string, number>;
  agencyIds: Map<string, number>;
  bodyIds: Map<string, number>;
  partnerIds: Map<string, number>;
  periodIds: Map<string, number>;
  masterplanIds: Map<string, number>;
};

/** The id of a code that the seed declares. */
export function idOf(ids: Map<string, number>, code: string): number {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`the seed names ${code}, which it does not declare`);
  return id;
}

const byCode = (rows: readonly { id: number; code: string }[]) => new Map(rows.map((row) => [row.code, row.id]));

/** Records the source of a row. */
export async function cite(
  tx: Transaction,
  sourceIds: Map<string, number>,
  subject: string,
  subjectId: number,
  codes: readonly string[],
  note?: string,
): Promise<void> {
  if (codes.length === 0) return;
  await tx
    .insert(citations)
    .values(codes.map((code) => ({ subject, subjectId, sourceId: idOf(sourceIds, code), note })));
}

/** Sources, states, agencies, bodies, partners, periods, masterplans and outcomes. */
export async function seedFrame(tx: Transaction): Promise<Frame> {
  const sourceIds = byCode(
    await tx
      .insert(sources)
      .values([...sourceRows])
      .returning(),
  );
  const stateIds = await seedStates(tx, sourceIds);
  const agencyIds = await seedAgencies(tx, sourceIds, stateIds);
  const bodyIds = byCode(
    await tx
      .insert(bodies)
      .values(bodyRows.map((row) => ({ ...row, actsAs: row.code })))
      .returning(),
  );
  for (const id of bodyIds.values()) await cite(tx, sourceIds, "bodies", id, ["mtc-2023-08-24"]);
  const partnerIds = byCode(
    await tx
      .insert(partners)
      .values(partnerRows.map(({ source: _source, ...row }) => row))
      .returning(),
  );
  for (const { code, source } of partnerRows) await cite(tx, sourceIds, "partners", idOf(partnerIds, code), [source]);
  const periodIds = await seedPeriods(tx, sourceIds, partnerIds);
  const masterplanIds = await seedMasterplans(tx, sourceIds);
  return { sourceIds, stateIds, agencyIds, bodyIds, partnerIds, periodIds, masterplanIds };
}

async function seedStates(tx: Transaction, sourceIds: Map<string, number>): Promise<Map<string, number>> {
  const rows = await tx
    .insert(memberStates)
    .values(
      stateRows.map(([code, code3, nameEn, nameLo, joinedOn], index) => ({
        code,
        code3,
        nameEn,
        nameLo,
        joinedOn,
        protocolOrder: index + 1,
      })),
    )
    .returning();
  const ids = byCode(rows);
  for (const [code, , , , , nameSource] of stateRows) {
    const id = idOf(ids, code);
    await cite(tx, sourceIds, "member_states", id, ["asean-member-states"], "joined_on");
    await cite(tx, sourceIds, "member_states", id, [nameSource], "name_lo");
  }
  return ids;
}

async function seedAgencies(
  tx: Transaction,
  sourceIds: Map<string, number>,
  stateIds: Map<string, number>,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { state, source, ...names } of agencyRows) {
    const [row] = await tx
      .insert(agencies)
      .values({ memberStateId: idOf(stateIds, state), ...names })
      .returning();
    if (!row) continue;
    ids.set(names.abbreviation, row.id);
    await cite(tx, sourceIds, "agencies", row.id, [source]);
  }
  return ids;
}

async function seedPeriods(
  tx: Transaction,
  sourceIds: Map<string, number>,
  partnerIds: Map<string, number>,
): Promise<Map<string, number>> {
  const cycles = workCycles.map((year) => ({
    code: `CYCLE-${year}`,
    kind: "work_cycle" as const,
    nameEn: String(year),
    nameLo: `ສົກປີ ${year}`,
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
  }));
  const spans = [
    { code: "CN-2023-2024", partner: "CN", from: 2023, to: 2024 },
    { code: "APT-2024-2026", partner: "APT", from: 2024, to: 2026 },
  ].map(({ code, partner, from, to }) => ({
    code,
    kind: "multi_year" as const,
    nameEn: `${from}–${to}`,
    nameLo: `ສົກປີ ${from}-${to}`,
    startsOn: `${from}-01-01`,
    endsOn: `${to}-12-31`,
    partnerId: idOf(partnerIds, partner),
  }));
  const ids = byCode(
    await tx
      .insert(periods)
      .values([...cycles, ...spans])
      .returning(),
  );
  for (const { code } of spans) await cite(tx, sourceIds, "periods", idOf(ids, code), ["mtc-2023-08-24"]);
  return ids;
}

async function seedMasterplans(tx: Transaction, sourceIds: Map<string, number>): Promise<Map<string, number>> {
  const ids = byCode(
    await tx
      .insert(masterplans)
      .values(masterplanRows.map(({ source: _source, ...row }) => row))
      .returning(),
  );
  for (const { code, source } of masterplanRows) await cite(tx, sourceIds, "masterplans", idOf(ids, code), [source]);
  const rows = await tx
    .insert(outcomes)
    .values(
      outcomeRows.map(([masterplan, ordinal, nameEn, nameLo]) => ({
        masterplanId: idOf(ids, masterplan),
        ordinal,
        nameEn,
        nameLo,
        code: `${masterplan}-DO${ordinal}`,
        loIsTranslation: true,
      })),
    )
    .returning();
  for (const { id, code } of rows) {
    const source = code.startsWith("ADM2025") ? "vietnamplus-adm-2025" : "vjst-adm-2025";
    await cite(tx, sourceIds, "outcomes", id, [source]);
  }
  return ids;
}
