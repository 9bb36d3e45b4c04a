import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { DraftGuard } from "@/components/form/draft-guard";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { readSingleKeys } from "@/components/shell/single-keys";
import { BilingualText, FreeText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { entryAddress } from "@/features/activities/address";
import { DetailsCard } from "@/features/activities/components/entry/details-card";
import { DecisionsCard, SourcesCard } from "@/features/activities/components/entry/entry-aside";
import { EntryHeader } from "@/features/activities/components/entry/entry-header";
import { LineageCard } from "@/features/activities/components/entry/lineage-card";
import { PageKeys } from "@/features/activities/components/entry/page-keys";
import { ProgressCard } from "@/features/activities/components/entry/progress-card";
import { ReturnedRemark } from "@/features/activities/components/entry/returned-remark";
import { SavedBanner } from "@/features/activities/components/entry/saved-banner";
import { StageStepper } from "@/features/activities/components/entry/stage-stepper";
import { StatesGrid } from "@/features/activities/components/entry/states-grid";
import { UpdatesCard } from "@/features/activities/components/entry/updates-card";
import { fieldNames } from "@/features/activities/components/forms/form-words";
import type { EntryPage as Page } from "@/features/activities/server/get-entry";
import { CommentsCard } from "@/features/comments/components/comments-card";
import { listComments } from "@/features/comments/server/list-comments";
import { DeadlinesCard } from "@/features/deadlines/components/deadlines-card";
import { RuleItems } from "@/features/deadlines/components/rule-items";
import { listOwnDeadlines } from "@/features/deadlines/server/list-own-deadlines";
import { listRuleDeadlines } from "@/features/deadlines/server/list-rule-deadlines";
import { EvidenceCard } from "@/features/evidence/components/evidence-card";
import { listEvidence } from "@/features/evidence/server/list-evidence";
import { BeforeCard } from "@/features/proposals/components/before-card";
import { ConceptCard } from "@/features/proposals/components/concept-card";
import { getConcept } from "@/features/proposals/server/get-concept";
import { getAccount } from "@/features/users/server/get-account";
import { pageContext } from "@/server/request/request-context";
import { type EntryParams, entryOf, titleOf } from "./entry-params";
import { savedForm } from "./saved-acts";

type Props = { params: EntryParams; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { activity } = await entryOf(context, params);
  return { title: `${activity.code} ${titleOf(activity, context.locale)}` };
}

export default async function EntryPage({ params, searchParams }: Props) {
  const context = await pageContext();
  const query = entryAddress.read(toParams(await searchParams));
  const [page, account] = await Promise.all([entryOf(context, params), getAccount(context, {})]);
  const t = await getTranslations("activity");
  const activities = await getTranslations("activities");
  const { entry, activity } = page;
  const [evidence, remarks, concept, deadlines, rules, names] = await Promise.all([
    listEvidence(context, { entryId: entry.id }),
    listComments(context, { entryId: entry.id }),
    getConcept(context, { entryId: entry.id }),
    listOwnDeadlines(context, { entryId: entry.id }),
    listRuleDeadlines(context, { entryId: entry.id }),
    fieldNames(),
  ]);
  return (
    <>
      <PageBar crumbs={[{ label: activities("title"), href: "/activities" }, { label: activity.code }]} />
      <PageBody>
        <SavedBanner page={page} saved={query.saved} />
        <ReturnedRemark page={page} />
        <EntryHeader page={page} ownState={account.stateCode} />
        <StageStepper page={page} />
        <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="flex min-w-0 flex-col gap-3.5">
            <BeforeCard found={concept} names={names} />
            <ProgressCard page={page} />
            <SummaryCard page={page} />
            <ConceptCard found={concept} names={names} />
            <StatesGrid page={page} ownState={account.stateCode} />
            <UpdatesCard entry={entry} updates={page.updates} can={page.can} />
            <EvidenceCard entryId={entry.id} evidence={evidence} />
            <CommentsCard entryId={entry.id} list={remarks} />
          </div>
          <div className="flex min-w-0 flex-col gap-3.5">
            <DetailsCard page={page} />
            <DeadlinesCard found={deadlines} of={{ entryId: entry.id }}>
              {rules.lines.length > 0 && <RuleItems found={rules} />}
            </DeadlinesCard>
            <DecisionsCard decisions={page.decisions} />
            <LineageCard lineage={page.lineage} />
            <SourcesCard sources={page.sources} />
            <Link href={`/activities/${entry.id}/history` as Route} className="link self-start text-sm">
              {t("sections.history")}
            </Link>
          </div>
        </div>
      </PageBody>
      {(await readSingleKeys()) && <PageKeys />}
      <DraftGuard person={String(context.actor.userId)} saved={savedForm(entry.id, query)} />
    </>
  );
}

async function SummaryCard({ page: { activity, internalRemark } }: { page: Page }) {
  const t = await getTranslations("activity");
  const ui = await getTranslations("ui");
  const { locale } = await pageContext();
  if (!activity.summaryEn && !activity.summaryLo && !internalRemark) return null;
  return (
    <Card title={t("sections.summary")}>
      <p className="whitespace-pre-line text-sm leading-running">
        <BilingualText
          en={activity.summaryEn}
          lo={activity.summaryLo}
          locale={locale}
          notTranslatedLabel={ui("notYetTranslated")}
        />
      </p>
      {internalRemark && (
        <p className="mt-2 whitespace-pre-line border-line border-t pt-2 text-sm">
          <span className="text-ink-2">{`${t("sections.remark")}: `}</span>
          <FreeText text={internalRemark} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
        </p>
      )}
    </Card>
  );
}
