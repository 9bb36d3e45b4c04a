import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar } from "@/components/shell/page-bar";
import { ReportDesk } from "@/features/reports/components/report-desk";
import { talkingPoints } from "@/features/reports/documents/talking-points/document";
import { TalkingForm } from "@/features/reports/documents/talking-points/form";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { rowIdOf, toNotFound } from "../../../to-not-found";
import { crumbOf, type PartnerParams, partnerTitle } from "../partner-params";

type Props = { params: PartnerParams; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return partnerTitle(params, (await titleTranslations("reports"))("kind.talking_points"));
}

export default async function TalkingPointsPage({ params, searchParams }: Props) {
  const context = await pageContext();
  const query = talkingPoints.address.read(toParams(await searchParams));
  const partnerId = await rowIdOf(params);
  const { model, chosen } = await talkingPoints.build(context, { id: partnerId, ...query }).catch(toNotFound);
  const t = await getTranslations("partners");
  const title = t("talkingPoints");
  const shown = { ...query, lang: model.language };
  return (
    <>
      <PageBar
        crumbs={[
          { label: t("title"), href: "/partners" },
          crumbOf(chosen.partner, context.locale, `/partners/${partnerId}` as Route),
          { label: title },
        ]}
      />
      <ReportDesk
        title={title}
        form={<TalkingForm partnerId={partnerId} query={query} />}
        model={model}
        hrefOf={(format) => talkingPoints.fileHref({ ...shown, format }, { id: partnerId })}
      />
    </>
  );
}
