import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { planStates } from "@/domain/vocabulary";
import { reopen } from "@/features/plans/actions";
import { PlanActForm } from "@/features/plans/components/plan-act-form";
import { PlanSubPage } from "@/features/plans/components/plan-sub-page";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type PlanParams, planOf, planTitle } from "../plan-params";

export async function generateMetadata({ params }: { params: PlanParams }): Promise<Metadata> {
  return planTitle(params, (await titleTranslations("years"))("reopen.title"));
}

export default async function ReopenPlanPage({ params }: { params: PlanParams }) {
  const context = await pageContext();
  const { plan, can } = await planOf(context, params);
  if (!can.reopen) notFound();
  const t = await getTranslations("years.reopen");
  const ui = await getTranslations("ui");
  const terms = await getTranslations("terms.planState");
  const href = `/plans/${plan.id}` as Route;
  const states = planStates.filter((state) => state !== "closed").map((value) => ({ value, label: terms(value) }));
  return (
    <PlanSubPage plan={plan} title={t("title")} lead={t("lead")}>
      <PlanActForm
        action={reopen}
        person={String(context.actor.userId)}
        form={`reopen:${plan.id}`}
        planId={plan.id}
        version={plan.version}
        href={`${href}/reopen` as Route}
        backHref={href}
        notes={await noteLabels()}
        reopening={{ names: { reason: t("reason"), state: t("state") }, states, required: ui("required") }}
        labels={{ save: t("confirm"), saving: ui("saving"), cancel: ui("cancel") }}
      />
    </PlanSubPage>
  );
}
