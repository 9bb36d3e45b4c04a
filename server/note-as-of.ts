import "server-only";
import type { NextRequest } from "next/server";
import { database } from "@/db/client";
import { comparesMoments, present, takesAsOf } from "@/domain/as-of";
import { AppError } from "@/domain/errors";
import { type AsOf, resolveAsOf, resolveBoth } from "./as-of";
import { preparePast } from "./prepare-past";
import { requestNote } from "./request-note";

/**
 * Notes the past moment that an address asks for, and sees to it that the register of that moment
 * is ready, before its page is begun: a page cannot answer 503 by itself.
 * @returns the refusal where it can be none, or where it is not ready yet
 * @throws what the database throws
 */
export async function noteAsOf({ nextUrl: { pathname, searchParams } }: NextRequest): Promise<AppError | null> {
  const text = searchParams.get("asof");
  const note = requestNote();
  try {
    const moments: (AsOf | null)[] = [];
    if (comparesMoments(pathname) && searchParams.get("from"))
      moments.push(...(await resolveBoth(database(), momentsOf(searchParams), new Date())));
    if (text !== null && note) {
      note.asOf = (await resolveAsOf(database(), text, new Date())) ?? undefined;
      moments.push(note.asOf ?? null);
    }
    const past = moments.filter((moment) => moment !== null);
    const who = note?.person?.actor.userId ?? note?.actorId;
    // Nobody's request has anything prepared: it is refused, or led to sign-in.
    return past.length > 0 && who !== undefined ? await preparePast(who, past) : null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

const momentsOf = (params: URLSearchParams) => ({ from: params.get("from") ?? "", to: params.get("to") ?? "" });

/**
 * Where a link of a page of the past leads: to the same past, without each link's having to say so. `asof=today` leads back, and so does an
 * address that somebody types.
 * @returns the path with the moment of the page that it was followed from; null where it needs none
 */
export function hrefInPast({
  method,
  headers,
  nextUrl,
}: Pick<NextRequest, "method" | "headers" | "nextUrl">): string | null {
  if (method !== "GET" || nextUrl.searchParams.has("asof") || !isOfSite(nextUrl.pathname)) return null;
  const referer = headers.get("referer");
  if (referer === null || !URL.canParse(referer)) return null;
  const from = new URL(referer);
  const asOf = from.searchParams.get("asof");
  if (!asOf || asOf === present || from.host !== headers.get("host") || !isOfSite(from.pathname)) return null;
  const search = new URLSearchParams(nextUrl.searchParams);
  search.delete("_rsc");
  search.set("asof", asOf);
  return `${nextUrl.pathname}?${search}`;
}

/** Programs say themselves what they ask for. */
const isOfSite = (pathname: string) => takesAsOf(pathname) && !pathname.startsWith("/api/");
