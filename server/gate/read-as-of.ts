import "server-only";
import type { NextRequest } from "next/server";
import { database } from "@/db/client";
import { comparesMoments, inSameMoment } from "@/domain/as-of";
import { AppError } from "@/domain/errors";
import { type AsOf, resolveAsOf, resolveBoth } from "../past/as-of";
import { preparePast } from "../past/prepare-past";
import { requestStore } from "../request/request-store";

/**
 * Resolves the past moment that an address asks for, and prepares the register of that moment
 * before the page begins, because a page cannot answer 503 by itself.
 * @returns the refusal if the moment is invalid or not ready yet
 * @throws any other error of the database
 */
export async function readPastMoment({ nextUrl: { pathname, searchParams } }: NextRequest): Promise<AppError | null> {
  const text = searchParams.get("asof");
  const store = requestStore();
  try {
    const moments: (AsOf | null)[] = [];
    if (comparesMoments(pathname) && searchParams.get("from"))
      moments.push(...(await resolveBoth(database(), momentsOf(searchParams), new Date())));
    if (text !== null && store) {
      store.asOf = (await resolveAsOf(database(), text, new Date())) ?? undefined;
      moments.push(store.asOf ?? null);
    }
    const past = moments.filter((moment) => moment !== null);
    const who = store?.person?.actor.userId ?? store?.actorId;
    // Nothing is prepared if nobody is signed in: the request is refused, or redirected to the
    // sign-in page.
    return past.length > 0 && who !== undefined ? await preparePast(who, past) : null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

const momentsOf = (params: URLSearchParams) => ({ from: params.get("from") ?? "", to: params.get("to") ?? "" });

/**
 * For a browser without scripts, whose links and forms do not carry the moment themselves
 * (components/shell/carry-moment.ts): the moment is that of the page from which the request comes.
 * @returns the address with that moment; null if it needs none
 */
export function hrefInPast({
  method,
  headers,
  nextUrl,
}: Pick<NextRequest, "method" | "headers" | "nextUrl">): string | null {
  if (method !== "GET") return null;
  const referer = headers.get("referer");
  const from = referer !== null && URL.canParse(referer) ? new URL(referer) : null;
  if (from?.host !== headers.get("host")) return null;
  const to = new URLSearchParams(nextUrl.searchParams);
  to.delete("_rsc");
  return inSameMoment(`${nextUrl.pathname}?${to}`, `${from.pathname}${from.search}`);
}
