import type { Metadata, Route } from "next";
import { cache } from "react";
import type { Crumb } from "@/components/ui/breadcrumb";
import type { Locale } from "@/domain/vocabulary";
import { getPartner } from "@/features/partners/server/get-partner";
import { getPartnerName } from "@/features/partners/server/get-partner-name";
import type { Context } from "@/server/context";
import { pageContext } from "@/server/request/request-context";
import { rowIdOf, toNotFound } from "../../to-not-found";

export type PartnerParams = Promise<{ id: string }>;

/** Cached per request, because the page and its metadata both need it. */
const readPartner = cache((context: Context, partnerId: number) =>
  getPartner(context, { partnerId }).catch(toNotFound),
);

/** The partner of this address; not found if the address has no valid id. */
export async function partnerOf(context: Context, params: PartnerParams) {
  return readPartner(context, await rowIdOf(params));
}

/** Only the name, for forms that belong to the partner. */
export async function partnerNameOf(context: Context, params: PartnerParams) {
  return getPartnerName(context, { partnerId: await rowIdOf(params) }).catch(toNotFound);
}

type Named = { en: string; lo: string | null };

/** The name in the reader's language, otherwise in English. */
export function nameOf(partner: Named, locale: Locale): string {
  return (locale === "lo" ? partner.lo : null) ?? partner.en;
}

/** The partner as a breadcrumb; a name without Lao is marked as English. */
export function crumbOf(partner: Named, locale: Locale, href?: Route): Crumb {
  const isForeign = locale === "lo" && partner.lo === null;
  return { label: nameOf(partner, locale), ...(isForeign ? { lang: "en" } : {}), ...(href ? { href } : {}) };
}

/** The title of a page that belongs to the partner, for the tab and the history of the browser. */
export async function partnerTitle(params: PartnerParams, page: string): Promise<Metadata> {
  const context = await pageContext();
  const { partner } = await partnerNameOf(context, params);
  return { title: `${page} · ${nameOf(partner, context.locale)}` };
}
