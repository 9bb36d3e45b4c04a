import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { PlanComparison } from "@/features/plans/components/plan-comparison";
import { ProposalBoard } from "@/features/plans/components/proposal-board";
import type { PlanPage } from "@/features/plans/server/get-plan";
import { getAccount } from "@/features/users/server/get-account";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type PlanParams, planOf } from "../plan-params";

type Props = { params: PlanParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { plan } = await planOf(context, params);
  const title = context.locale === "lo" ? (plan.lo ?? plan.en) : plan.en;
  return { title: (await titleTranslations("plans.board"))("titleOf", { plan: title }) };
}

export default async function BoardPage({ params }: Props) {
  const context = await pageContext();
  const [page, account] = await Promise.all([planOf(context, params), getAccount(context, {})]);
  const t = await getTranslations("plans");
  const { plan, lines } = page;
  const title = context.locale === "lo" ? (plan.lo ?? plan.en) : plan.en;
  const href = `/plans/${plan.id}` as Route;
  return (
    <>
      <PageBar crumbs={[{ label: t("title"), href: "/plans" }, { label: title, href }, { label: t("board.title") }]} />
      <PageBody>
        <PageHeader
          title={t("board.titleOf", { plan: title })}
          actions={<ButtonLink href={href}>{t("board.toPlan")}</ButtonLink>}
        >
          {t("board.intro")}
        </PageHeader>
        <Counts page={page} />
        {lines.length === 0 ? (
          <Card>
            <EmptyState title={t("noEntries")} />
          </Card>
        ) : (
          <ProposalBoard lines={lines} ownState={account.stateCode} />
        )}
      </PageBody>
    </>
  );
}

/** The plan's official counts beside the register's. */
async function Counts({ page: { register, official } }: { page: PlanPage }) {
  const t = await getTranslations("plans");
  return (
    <Card id="counts" title={t("form.counts")}>
      <div className="grid gap-4 sm:grid-cols-2">
        {(["proposed", "approved"] as const).map((kind) => {
          const ofPlan = official.find((row) => row.kind === kind && row.memberStateId === null);
          return (
            <div key={kind}>
              <h3 className="text-ink-2 text-xs">{t(kind)}</h3>
              <PlanComparison
                kind={kind}
                official={ofPlan?.count ?? null}
                register={register[kind]}
                sample={register[`${kind}Sample`]}
                source={ofPlan?.source}
              />
            </div>
          );
        })}
      </div>
    </Card>
  );
}
