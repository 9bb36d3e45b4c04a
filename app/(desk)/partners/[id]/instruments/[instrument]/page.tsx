import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { PageHeader } from "@/components/ui/page-header";
import { edit } from "@/features/partners/actions";
import { InstrumentForm } from "@/features/partners/components/instrument-form";
import { instrumentFormProps } from "@/features/partners/components/instrument-form-props";
import { getInstrument } from "@/features/partners/server/get-instrument";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { toNotFound } from "../../../../to-not-found";
import { crumbOf, partnerNameOf, partnerTitle } from "../../partner-params";

type Params = Promise<{ id: string; instrument: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return partnerTitle(params, (await titleTranslations("partners"))("editTitle"));
}

export default async function EditInstrumentPage({ params }: { params: Params }) {
  const context = await pageContext();
  const { partner, can } = await partnerNameOf(context, params);
  const { instrument } = await params;
  if (!can.write || !/^[1-9]\d{0,8}$/.test(instrument)) notFound();
  const { id, partner: of, fields } = await getInstrument(context, { instrumentId: instrument }).catch(toNotFound);
  if (of.id !== partner.id) notFound();
  const t = await getTranslations("partners");
  const href = `/partners/${partner.id}` as Route;
  return (
    <>
      <PageBar
        crumbs={[
          { label: t("title"), href: "/partners" },
          crumbOf(partner, context.locale, href),
          { label: t("edit") },
        ]}
      />
      <PageBody narrow>
        <PageHeader title={t("editTitle")} size="lg" />
        <InstrumentForm
          {...(await instrumentFormProps(t("form.save")))}
          action={edit}
          initial={{ ...fields, instrumentId: String(id) }}
          person={String(context.actor.userId)}
          form={`instrument:${id}`}
          href={`${href}/instruments/${id}` as Route}
          backHref={href}
        />
      </PageBody>
    </>
  );
}
