import "server-only";
import { eq, like, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { bodies, partners } from "@/db/schema/bodies";
import { meetings } from "@/db/schema/meetings";
import { periods } from "@/db/schema/periods";
import { AppError } from "@/domain/errors";
import type { BodyCode } from "@/domain/lifecycle";

type Wanted = {
  bodyId: number;
  partnerId: number | null;
  ordinal: number | null;
  cycleId: number | null;
  firstOn: string | null;
  lastOn: string | null;
};

/** Bodies whose meetings are numbered across years; their codes contain the ordinal. */
const counted: readonly BodyCode[] = ["ADGMIN", "ADGSOM", "ATRC"];

/**
 * The code of a meeting: `ADGMIN-7`, `JWG-2025`, `RETREAT-2025-2`, `CN-2025`. A second meeting with
 * the same code gets a number.
 * @throws AppError INVALID_INPUT naming the field that is missing or taken
 */
export async function newMeetingCode(tx: Transaction, wanted: Wanted): Promise<string> {
  const refuse = (field: string, code: "UNKNOWN_CHOICE" | "REQUIRED" | "NUMBER_TAKEN" | "INVALID_INPUT") =>
    new AppError("INVALID_INPUT", { fields: [{ field, code }] });
  const [body] = await tx
    .select({ code: bodies.code, actsAs: bodies.actsAs })
    .from(bodies)
    .where(eq(bodies.id, wanted.bodyId));
  if (!body) throw refuse("bodyId", "UNKNOWN_CHOICE");
  const isPartner = body.actsAs === "PARTNER";
  if (isPartner && wanted.partnerId === null) throw refuse("partnerId", "REQUIRED");
  if (!isPartner && wanted.partnerId !== null) throw refuse("partnerId", "INVALID_INPUT");
  if (counted.includes(body.actsAs)) {
    if (wanted.ordinal === null) throw refuse("ordinal", "REQUIRED");
    const code = `${body.code}-${wanted.ordinal}`;
    if ((await tx.$count(meetings, eq(meetings.code, code))) > 0) throw refuse("ordinal", "NUMBER_TAKEN");
    return code;
  }
  const year = await yearOf(tx, wanted);
  if (year === null) throw refuse("cycleId", "REQUIRED");
  const series = isPartner ? await partnerCode(tx, wanted.partnerId ?? 0) : body.code;
  if (series === null) throw refuse("partnerId", "UNKNOWN_CHOICE");
  return firstFree(tx, [series, year, wanted.ordinal].filter((part) => part !== null).join("-"));
}

async function yearOf(tx: Transaction, { cycleId, firstOn, lastOn }: Wanted): Promise<string | null> {
  if (cycleId === null) return (lastOn ?? firstOn)?.slice(0, 4) ?? null;
  const [cycle] = await tx.select({ startsOn: periods.startsOn }).from(periods).where(eq(periods.id, cycleId));
  return cycle?.startsOn.slice(0, 4) ?? null;
}

async function partnerCode(tx: Transaction, id: number): Promise<string | null> {
  const [partner] = await tx.select({ code: partners.code }).from(partners).where(eq(partners.id, id));
  return partner?.code ?? null;
}

async function firstFree(tx: Transaction, base: string): Promise<string> {
  const taken = await tx
    .select({ code: meetings.code })
    .from(meetings)
    .where(or(eq(meetings.code, base), like(meetings.code, `${base}-%`)));
  const codes = new Set(taken.map(({ code }) => code));
  let code = base;
  for (let next = 2; codes.has(code); next += 1) code = `${base}-${next}`;
  return code;
}
