import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getEntry } from "@/features/activities/server/get-entry";
import type { Context } from "@/server/context";
import { pageContext } from "@/server/request/request-context";
import { rowIdOf, toNotFound } from "../../to-not-found";

export type EntryParams = Promise<{ id: string }>;

/** Cached per request, because the page and its metadata both need it. */
const readEntry = cache((context: Context, entryId: number) => getEntry(context, { entryId }).catch(toNotFound));

/**
 * The entry of this address for this reader; not found if the address has no valid id or the reader
 * may not see the entry.
 */
export async function entryOf(context: Context, params: EntryParams) {
  return readEntry(context, await rowIdOf(params));
}

/** The title of a page that belongs to the entry, for the tab and the history of the browser. */
export async function entryTitle(params: EntryParams, page: string): Promise<Metadata> {
  const { activity } = await entryOf(await pageContext(), params);
  return { title: `${page} · ${activity.code}` };
}

/** The entry for a form's page; not found if the reader may not use the form. */
export function refuseUnless(allowed: boolean): void {
  if (!allowed) notFound();
}

/** The title in the reader's language, otherwise in the other one. */
export function titleOf(activity: { titleEn: string | null; titleLo: string | null }, locale: "en" | "lo"): string {
  return (locale === "lo" ? (activity.titleLo ?? activity.titleEn) : (activity.titleEn ?? activity.titleLo)) ?? "";
}
