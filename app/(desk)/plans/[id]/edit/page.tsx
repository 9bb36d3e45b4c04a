import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { PageHeader } from "@/components/ui/page-header";
import { edit } from "@/features/plans/actions";
import { PlanForm } from "@/features/plans/components/plan-form";
import { planFormProps } from "@/features/plans/components/plan-form-props";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type PlanParams, planOf, planTitle } from "../plan-params";

export async function generateMetadata({ params }: { params: PlanParams }): Promise<Metadata> {
  return planTitle(params, (await titleTranslations("plans"))("editTitle"));
}

export default async function EditPlanPage({ params }: { params: PlanParams }) {
  const context = await pageContext();
  const { plan, official, can } = await planOf(context, params);
  if (!can.edit) notFound();
  const t = await getTranslations("plans");
  const ofPlan = (kind: "approved" | "proposed") =>
    official.find((row) => row.kind === kind && row.memberStateId === null);
  const source = (ofPlan("approved") ?? ofPlan("proposed"))?.source;
  const href = `/plans/${plan.id}` as Route;
  return (
    <>
      <PageBar
        crumbs={[
          { label: t("title"), href: "/plans" },
          { label: (context.locale === "lo" && plan.lo) || plan.en, href },
          { label: t("edit") },
        ]}
      />
      <PageBody narrow>
        <PageHeader title={t("editTitle")} size="lg" />
        <PlanForm
          {...(await planFormProps(t("form.save")))}
          action={edit}
          initial={{
            planId: String(plan.id),
            version: String(plan.version),
            state: plan.state,
            titleEn: plan.en,
            titleLo: plan.lo ?? "",
            approvedCount: String(ofPlan("approved")?.count ?? ""),
            proposedCount: String(ofPlan("proposed")?.count ?? ""),
            sourceTitle: source?.title ?? "",
            sourcePublisher: source?.publisher ?? "",
            sourcePublishedOn: source?.publishedOn ?? "",
            sourceAddress: source?.address ?? "",
          }}
          person={String(context.actor.userId)}
          form={`plan:${plan.id}`}
          href={`${href}/edit` as Route}
          backHref={href}
          choices={null}
        />
      </PageBody>
    </>
  );
}
