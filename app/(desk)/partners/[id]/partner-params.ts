import type { Route } from "next";
import type { Crumb } from "@/components/ui/breadcrumb";
import type { Locale } from "@/domain/vocabulary";
import { getPartner } from "@/features/partners/server/get-partner";
import type { Context } from "@/server/context";
import { rowIdOf, toNotFound } from "../../to-not-found";

export type PartnerParams = Promise<{ id: string }>;

/** The partner of this address; an address that is no id is not found. */
export async function partnerOf(context: Context, params: PartnerParams) {
  return getPartner(context, { partnerId: await rowIdOf(params) }).catch(toNotFound);
}

type Named = { en: string; lo: string | null };

/** The name in the reader's language, or in English. */
export function nameOf(partner: Named, locale: Locale): string {
  return (locale === "lo" ? partner.lo : null) ?? partner.en;
}

/** The partner as a step on the way to a page; a name without Lao says that it is English. */
export function crumbOf(partner: Named, locale: Locale, href?: Route): Crumb {
  const isForeign = locale === "lo" && partner.lo === null;
  return { label: nameOf(partner, locale), ...(isForeign ? { lang: "en" } : {}), ...(href ? { href } : {}) };
}
