import "server-only";
import type { Transaction } from "@/db/client";
import { instruments } from "@/db/schema/instruments";
import { instrumentRows } from "./instruments";
import { cite, type Frame, idOf } from "./seed-frame";

/** The instruments of partners, each with its source. */
export async function seedInstruments(tx: Transaction, { partnerIds, sourceIds }: Frame): Promise<void> {
  for (const { partner, from, to, source, ...row } of instrumentRows) {
    const [made] = await tx
      .insert(instruments)
      .values({
        ...row,
        partnerId: idOf(partnerIds, partner),
        validFrom: from ? `${from}-01-01` : null,
        fromPrecision: from ? "year" : "unknown",
        validTo: to ? `${to}-12-31` : null,
        toPrecision: to ? "year" : "unknown",
      })
      .returning({ id: instruments.id });
    if (made) await cite(tx, sourceIds, "instruments", made.id, [source]);
  }
}
