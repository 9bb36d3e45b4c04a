import "server-only";
import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { partners } from "@/db/schema/bodies";
import { folded } from "@/db/schema/folded";
import { instruments } from "@/db/schema/instruments";
import { matchesWords } from "@/server/matches-words";
import { excerptBeside, type Found, totalOf, type Wanted } from "./hit";

const textsOf = ({ nameEn, nameLo, noteEn, noteLo, reference }: typeof instruments.$inferSelect) => [
  nameEn,
  nameLo,
  noteEn,
  noteLo,
  reference,
];

/** Partners by code and name, and by their instruments. */
export async function findPartners(wanted: Wanted): Promise<Found> {
  const { db, typed, limit, offset } = wanted;
  const byInstrument = matchesWords(folded.instrument, typed);
  const withInstrument = db.select({ id: instruments.partnerId }).from(instruments).where(byInstrument);
  const rows = await db
    .select({ total: sql<number>`count(*) over ()::int`, partner: partners })
    .from(partners)
    .where(or(matchesWords(folded.partner, typed), inArray(partners.id, withInstrument)))
    .orderBy(asc(partners.nameEn), asc(partners.id))
    .limit(limit)
    .offset(offset);
  const ids = rows.map(({ partner }) => partner.id);
  const signed =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(instruments)
          .where(and(inArray(instruments.partnerId, ids), byInstrument));
  const hits = rows.map(({ partner: { id, code, nameEn: en, nameLo: lo } }) => {
    const texts = signed.filter(({ partnerId }) => partnerId === id).flatMap(textsOf);
    const title = { en, lo };
    return { id, code, title, of: null, excerpt: excerptBeside({ code, title }, texts, wanted) };
  });
  return { total: totalOf(rows), hits };
}

/** Instruments by name, note and reference. They stand on the page of their partner. */
export async function findInstruments(wanted: Wanted): Promise<Found> {
  const { db, typed, limit, offset } = wanted;
  const rows = await db
    .select({ total: sql<number>`count(*) over ()::int`, instrument: instruments, partner: partners })
    .from(instruments)
    .innerJoin(partners, eq(partners.id, instruments.partnerId))
    .where(matchesWords(folded.instrument, typed))
    .orderBy(asc(partners.nameEn), sql`${instruments.validFrom} desc nulls first`, asc(instruments.id))
    .limit(limit)
    .offset(offset);
  const hits = rows.map(({ instrument, partner }) => {
    const shown = { code: null, title: { en: instrument.nameEn, lo: instrument.nameLo } };
    const excerpt = excerptBeside(shown, textsOf(instrument), wanted);
    return { id: partner.id, ...shown, of: { en: partner.nameEn, lo: partner.nameLo }, excerpt };
  });
  return { total: totalOf(rows), hits };
}
