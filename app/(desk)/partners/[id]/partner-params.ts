import { getPartner } from "@/features/partners/server/get-partner";
import type { Context } from "@/server/context";
import { rowIdOf, toNotFound } from "../../to-not-found";

export type PartnerParams = Promise<{ id: string }>;

/** The partner of this address; an address that is no id is not found. */
export async function partnerOf(context: Context, params: PartnerParams) {
  return getPartner(context, { partnerId: await rowIdOf(params) }).catch(toNotFound);
}

/** The name in the reader's language, or in English. */
export function nameOf(partner: { en: string; lo: string | null }, locale: "en" | "lo"): string {
  return (locale === "lo" ? partner.lo : null) ?? partner.en;
}
