import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { BilingualText } from "@/components/ui/bilingual-text";
import { PageHeader } from "@/components/ui/page-header";
import { add } from "@/features/partners/actions";
import { InstrumentForm } from "@/features/partners/components/instrument-form";
import { instrumentFormProps } from "@/features/partners/components/instrument-form-props";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { crumbOf, type PartnerParams, partnerNameOf, partnerTitle } from "../../partner-params";

export async function generateMetadata({ params }: { params: PartnerParams }): Promise<Metadata> {
  return partnerTitle(params, (await titleTranslations("partners"))("add"));
}

export default async function NewInstrumentPage({ params }: { params: PartnerParams }) {
  const context = await pageContext();
  const { partner, can } = await partnerNameOf(context, params);
  if (!can.write) notFound();
  const t = await getTranslations("partners");
  const ui = await getTranslations("ui");
  const href = `/partners/${partner.id}` as Route;
  const initial = { kind: "memorandum", state: "unknown", fromPrecision: "exact", toPrecision: "exact" };
  return (
    <>
      <PageBar
        crumbs={[{ label: t("title"), href: "/partners" }, crumbOf(partner, context.locale, href), { label: t("add") }]}
      />
      <PageBody narrow>
        <PageHeader title={t("add")} size="lg">
          <BilingualText
            en={partner.en}
            lo={partner.lo}
            locale={context.locale}
            notTranslatedLabel={ui("notYetTranslated")}
          />
        </PageHeader>
        <InstrumentForm
          {...(await instrumentFormProps(t("form.create")))}
          action={add}
          initial={{ ...initial, partnerId: String(partner.id) }}
          person={String(context.actor.userId)}
          form={`instrument:new:${partner.id}`}
          href={`${href}/instruments/new` as Route}
          backHref={href}
        />
      </PageBody>
    </>
  );
}
