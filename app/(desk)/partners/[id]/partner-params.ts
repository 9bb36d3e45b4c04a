import type { Route } from "next";
import { cache } from "react";
import type { Crumb } from "@/components/ui/breadcrumb";
import type { Locale } from "@/domain/vocabulary";
import { getPartner } from "@/features/partners/server/get-partner";
import { getPartnerName } from "@/features/partners/server/get-partner-name";
import type { Context } from "@/server/context";
import { rowIdOf, toNotFound } from "../../to-not-found";

export type PartnerParams = Promise<{ id: string }>;

/** Once per request: the page and its title in the browser ask the same. */
const readPartner = cache((context: Context, partnerId: number) =>
  getPartner(context, { partnerId }).catch(toNotFound),
);

/** The partner of this address; an address that is no id is not found. */
export async function partnerOf(context: Context, params: PartnerParams) {
  return readPartner(context, await rowIdOf(params));
}

/** No more than its name, for a form that hangs on it. */
export async function partnerNameOf(context: Context, params: PartnerParams) {
  return getPartnerName(context, { partnerId: await rowIdOf(params) }).catch(toNotFound);
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
