import { ask } from "./database";
import type { TestSite } from "./server";

/**
 * Writes an instrument of Canada, for which the reference data has none.
 * @returns ids of the partner and of the instrument
 */
export async function addInstrument(site: TestSite): Promise<{ partner: number; instrument: number }> {
  const [row] = await ask<{ partner: number; instrument: number }>(
    site,
    `insert into instruments (partner_id, kind, name_en, name_lo, state)
     select id, 'memorandum', 'A memorandum', 'ບົດບັນທຶກ', 'preparing' from partners where code = 'CA'
     returning partner_id::int as partner, id::int as instrument`,
  );
  if (!row) throw new Error("no instrument was made");
  return row;
}

/** The partner of that code. */
export async function partnerId(site: TestSite, code: string): Promise<number> {
  const [row] = await ask<{ id: number }>(site, "select id::int from partners where code = $1", [code]);
  if (!row) throw new Error(`no partner ${code}`);
  return row.id;
}
