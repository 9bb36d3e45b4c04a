import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { DraftGuard } from "@/components/form/draft-guard";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { BilingualText } from "@/components/ui/bilingual-text";
import { ButtonLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/chip";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { activitiesAddress } from "@/features/activities/list-address";
import { type PartnerQuery, partnerAddress } from "@/features/partners/address";
import { InstrumentsCard } from "@/features/partners/components/instruments-card";
import { MeetingsCard, PlansCard } from "@/features/partners/components/partner-aside";
import { PartnerEntries } from "@/features/partners/components/partner-entries";
import { formatNumber } from "@/i18n/format";
import { pageContext } from "@/server/request/request-context";
import { crumbOf, nameOf, type PartnerParams, partnerOf } from "./partner-params";

type Props = { params: PartnerParams; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  return { title: nameOf((await partnerOf(context, params)).partner, context.locale) };
}

export default async function PartnerPage({ params, searchParams }: Props) {
  const context = await pageContext();
  const query = partnerAddress.read(toParams(await searchParams));
  const page = await partnerOf(context, params);
  const t = await getTranslations("partners");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const { partner, can } = page;
  const person = String(context.actor.userId);
  const href = (rest: string) => `/partners/${partner.id}/${rest}` as Route;
  const words = { locale: context.locale, notTranslatedLabel: ui("notYetTranslated") };
  return (
    <>
      <PageBar crumbs={[{ label: t("title"), href: "/partners" }, crumbOf(partner, context.locale)]} />
      <PageBody>
        {query.saved && <Banner tone="result">{t(`saved.${query.saved}`)}</Banner>}
        <PageHeader
          title={<BilingualText en={partner.en} lo={partner.lo} {...words} />}
          above={<Tag tone="accent">{terms(`partnerKind.${partner.kind}`)}</Tag>}
          actions={
            <>
              {can.write && <ButtonLink href={href("instruments/new")}>{t("add")}</ButtonLink>}
              <ButtonLink href={href("talking-points")} look="primary">
                {t("talkingPoints")}
              </ButtonLink>
            </>
          }
        />
        <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="flex min-w-0 flex-col gap-3.5">
            <InstrumentsCard page={page} />
            <PartnerEntries
              id="present"
              title={t("present")}
              hint={t("presentHint")}
              empty={t("noPresent")}
              entries={page.present}
            />
            <PartnerEntries id="past" title={t("past")} hint={t("pastHint")} empty={t("noPast")} entries={page.past} />
            {page.total > 0 && (
              <Link
                href={activitiesAddress.href({ partner: [partner.code] })}
                className="link-action inline-flex min-h-6 items-center self-start text-sm max-sm:min-h-10"
              >
                {t("all", { count: formatNumber(page.total, context.locale) })}
              </Link>
            )}
          </div>
          <div className="flex min-w-0 flex-col gap-3.5">
            <MeetingsCard page={page} />
            <PlansCard page={page} />
          </div>
        </div>
      </PageBody>
      <DraftGuard person={person} saved={savedForm(query, partner.id)} />
    </>
  );
}

/** The form whose draft is discarded after a save. */
function savedForm({ saved, instrument }: PartnerQuery, partnerId: number): string | undefined {
  if (saved === "add") return `instrument:new:${partnerId}`;
  return saved === "edit" && instrument !== null ? `instrument:${instrument}` : undefined;
}
