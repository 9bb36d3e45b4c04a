import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { Link } from "@/components/ui/link";
import { close } from "@/features/plans/actions";
import { EntryHead } from "@/features/plans/components/carry-over-form";
import { PlanActForm } from "@/features/plans/components/plan-act-form";
import { PlanSubPage } from "@/features/plans/components/plan-sub-page";
import { type ClosingPage, getClosing } from "@/features/plans/server/get-closing";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type PlanParams, planOf, planTitle } from "../plan-params";

export async function generateMetadata({ params }: { params: PlanParams }): Promise<Metadata> {
  return planTitle(params, (await titleTranslations("years"))("close.title"));
}

export default async function ClosePlanPage({ params }: { params: PlanParams }) {
  const context = await pageContext();
  const { plan, can } = await planOf(context, params);
  if (!can.close) notFound();
  const closing = await getClosing(context, { planId: plan.id });
  const t = await getTranslations("years");
  const ui = await getTranslations("ui");
  const href = `/plans/${plan.id}` as Route;
  return (
    <PlanSubPage plan={plan} title={t("close.title")} lead={t("close.lead")}>
      <Card>
        <Left counts={closing.counts} />
      </Card>
      {closing.left.length > 0 && (
        <Card
          id="left"
          title={t("close.left")}
          meta={<Count value={closing.counts.notCarried} />}
          action={<Link href={`${href}/carry-over` as Route}>{t("carryOver.action")}</Link>}
        >
          <ul className="flex flex-col gap-2 text-sm">
            {closing.left.map((row) => (
              <li key={row.id}>
                <EntryHead row={row} />
              </li>
            ))}
          </ul>
          {closing.counts.notCarried > closing.left.length && (
            <p className="text-ink-2 text-sm">
              {t("close.more", { count: closing.counts.notCarried - closing.left.length })}
            </p>
          )}
        </Card>
      )}
      <PlanActForm
        action={close}
        person={String(context.actor.userId)}
        form={`close:${plan.id}`}
        planId={plan.id}
        version={plan.version}
        href={`${href}/close` as Route}
        backHref={href}
        notes={await noteLabels()}
        labels={{ save: t("close.confirm"), saving: ui("saving"), cancel: ui("cancel") }}
      />
    </PlanSubPage>
  );
}

/** A summary in words of what remains unfinished at the end of the year. */
async function Left({ counts: { unfinished, notCarried, waiting } }: Pick<ClosingPage, "counts">) {
  const t = await getTranslations("years.close");
  if (unfinished === 0 && waiting === 0) return <p className="text-sm">{t("nothingLeft")}</p>;
  return (
    <ul className="list-disc pl-5 text-sm">
      {unfinished > 0 && (
        <li>{`${t("unfinished", { count: unfinished })}; ${t("notCarried", { count: notCarried })}`}</li>
      )}
      {waiting > 0 && <li>{t("waiting", { count: waiting })}</li>}
    </ul>
  );
}
