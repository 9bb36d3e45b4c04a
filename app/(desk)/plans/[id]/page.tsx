import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { DraftGuard } from "@/components/form/draft-guard";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/chip";
import { Count } from "@/components/ui/count";
import { Link } from "@/components/ui/link";
import { DashedMark } from "@/components/ui/marks";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { RemovedBanner } from "@/features/bin/components/removed-banner";
import { type PlanQuery, planAddress, yearActs } from "@/features/plans/address";
import { PlanActions } from "@/features/plans/components/plan-actions";
import { PlanComparison } from "@/features/plans/components/plan-comparison";
import { PlanLines } from "@/features/plans/components/plan-lines";
import { RowCounts } from "@/features/plans/components/row-counts";
import type { PlanPage as Page, PlanLine } from "@/features/plans/server/get-plan";
import { getAccount } from "@/features/users/server/get-account";
import { formatDayRange } from "@/i18n/format";
import { pageContext } from "@/server/request/request-context";
import { type PlanParams, planOf } from "./plan-params";

type Props = { params: PlanParams; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { plan } = await planOf(context, params);
  return { title: context.locale === "lo" ? (plan.lo ?? plan.en) : plan.en };
}

export default async function PlanPage({ params, searchParams }: Props) {
  const context = await pageContext();
  const { saved, count } = planAddress.read(toParams(await searchParams));
  const [page, account] = await Promise.all([planOf(context, params), getAccount(context, {})]);
  const t = await getTranslations("plans");
  const terms = await getTranslations("terms");
  const years = await getTranslations("years");
  const yearAct = yearActs.find((act) => act === saved);
  const { plan, lines } = page;
  const title = context.locale === "lo" ? (plan.lo ?? plan.en) : plan.en;
  // The same rows as the comparison counts (server/register/plan-counts.ts): a draft is not part of
  // any count yet.
  const drafts = lines.filter(({ stage }) => stage === "draft");
  const all = lines.filter(({ stage }) => stage !== "draft");
  const counted = all.filter((line) => line.counted === "yes" && isOfKind(line, count));
  const rows = count ? [] : all.filter((line) => line.counted !== "yes");
  const groups = [
    { id: "unknown", title: t("rowsBy.unknown"), lines: rows.filter((line) => line.counted === "unknown") },
    { id: "no", title: t("rowsBy.no"), lines: rows.filter((line) => line.counted === "no") },
    { id: "drafts", title: t("draftRows"), lines: count ? [] : drafts },
  ].filter((group) => group.lines.length > 0);
  return (
    <>
      <PageBar crumbs={[{ label: t("title"), href: "/plans" }, { label: title }]} />
      <PageBody>
        {saved && saved !== "removed" && (
          <Banner tone="result">
            {yearAct ? years(`${yearAct}.saved`) : saved === "decided" ? t("decided.saved") : t("saved")}
          </Banner>
        )}
        {saved === "removed" && <RemovedBanner />}
        <PageHeader
          title={title}
          above={
            <>
              <Tag tone="accent">{terms(`planState.${plan.state}`)}</Tag>
              {plan.isFrame && <DashedMark label={t("frame")} />}
            </>
          }
          actions={<PlanActions page={page} />}
        >
          {formatDayRange(plan.startsOn, plan.endsOn, context.locale)}
        </PageHeader>
        <Counts page={page} />
        <Card
          id="rows"
          title={count ? t(`rowsOf.${count}`) : t("countedRows")}
          meta={<Count value={counted.length} />}
          action={count ? <Link href={`/plans/${plan.id}` as Route}>{t("allRows")}</Link> : undefined}
        >
          {counted.length === 0 ? (
            <EmptyState title={rows.length === 0 ? t("noEntries") : t("noneCounted", { count: rows.length })} />
          ) : (
            <PlanLines lines={counted} label={t("lines")} ownState={account.stateCode} />
          )}
        </Card>
        {groups.map((group) => (
          <Card key={group.id} id={`rows-${group.id}`} title={group.title} meta={<Count value={group.lines.length} />}>
            <PlanLines lines={group.lines} label={`${t("lines")}: ${group.title}`} ownState={account.stateCode} />
          </Card>
        ))}
      </PageBody>
      <DraftGuard person={String(context.actor.userId)} saved={savedForm(plan.id, saved)} />
    </>
  );
}

/** The form whose draft is discarded after a save; drafts of other forms stay. */
function savedForm(planId: number, saved: PlanQuery["saved"]): string | undefined {
  if (saved === "create") return "plan:new";
  if (saved === "edit") return `plan:${planId}`;
  if (saved === "decided") return `decided:${planId}`;
  const act = yearActs.find((one) => one === saved);
  return act && `${act}:${planId}`;
}

/**
 * True if the row belongs to the number of approved or proposed entries: those that ever were.
 * Without a kind, all rows do.
 */
function isOfKind(line: PlanLine, kind: unknown): boolean {
  if (kind === "approved") return line.wasApproved;
  return kind === "proposed" ? line.wasSubmitted : true;
}

/** The official counts beside the register's, of the plan and of member states. */
async function Counts({ page: { register, byState, official } }: { page: Page }) {
  const t = await getTranslations("plans");
  const { locale } = await pageContext();
  const kinds = ["approved", "proposed"] as const;
  const ofPlan = (kind: (typeof kinds)[number]) =>
    official.find((row) => row.kind === kind && row.memberStateId === null);
  return (
    <Card id="counts" title={t("form.counts")}>
      <div className="grid gap-4 sm:grid-cols-2">
        {kinds.map((kind) => (
          <div key={kind}>
            <h3 className="text-ink-2 text-xs">{t(kind)}</h3>
            <PlanComparison
              kind={kind}
              official={ofPlan(kind)?.count ?? null}
              register={register[kind]}
              sample={register[`${kind}Sample`]}
              source={ofPlan(kind)?.source}
            />
            <ul className="mt-1.5 flex flex-col gap-1">
              {official
                .filter((row) => row.kind === kind && row.memberStateId !== null)
                .map((row) => {
                  const own = byState.find((state) => state.memberStateId === row.memberStateId);
                  return (
                    <li key={row.memberStateId} className="flex flex-wrap items-center gap-2 text-sm">
                      <span>{locale === "lo" ? (row.stateLo ?? row.stateEn) : row.stateEn}</span>
                      <PlanComparison
                        kind={kind}
                        size="sm"
                        official={row.count}
                        register={own?.[kind] ?? 0}
                        sample={own?.[`${kind}Sample`] ?? 0}
                      />
                    </li>
                  );
                })}
            </ul>
          </div>
        ))}
      </div>
      <RowCounts register={register} />
    </Card>
  );
}
