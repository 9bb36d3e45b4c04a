import { notFound } from "next/navigation";
import { cache } from "react";
import { getEntry } from "@/features/activities/server/get-entry";
import type { Context } from "@/server/context";
import { rowIdOf, toNotFound } from "../../to-not-found";

export type EntryParams = Promise<{ id: string }>;

/** Once per request: the page and its title in the browser ask the same. */
const readEntry = cache((context: Context, entryId: number) => getEntry(context, { entryId }).catch(toNotFound));

/**
 * The entry of this address for this reader; an address that is no id, and an entry they may not
 * see, are not found.
 */
export async function entryOf(context: Context, params: EntryParams) {
  return readEntry(context, await rowIdOf(params));
}

/** A form's page, for those who may use the form. */
export function refuseUnless(allowed: boolean): void {
  if (!allowed) notFound();
}

/** The title in the reader's language, or in the other one. */
export function titleOf(activity: { titleEn: string | null; titleLo: string | null }, locale: "en" | "lo"): string {
  return (locale === "lo" ? (activity.titleLo ?? activity.titleEn) : (activity.titleEn ?? activity.titleLo)) ?? "";
}
