import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { ChartPatterns } from "@/components/charts/bar-part";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { activitiesAddress } from "@/features/activities/list-address";
import { overviewAddress } from "@/features/overview/address";
import { AttentionCard } from "@/features/overview/components/attention-card";
import { ChangesCard } from "@/features/overview/components/changes-card";
import { CyclesCard } from "@/features/overview/components/cycles-card";
import { ExpectedCard } from "@/features/overview/components/expected-card";
import { OutcomesCard, StatesCard, YearsCard } from "@/features/overview/components/group-cards";
import { MeetingsCard } from "@/features/overview/components/meetings-card";
import { OfficialCard } from "@/features/overview/components/official-card";
import { OverviewHead } from "@/features/overview/components/overview-head";
import { SampleNote } from "@/features/overview/components/sample-note";
import { StatusStrip } from "@/features/overview/components/status-strip";
import type { RowsHref } from "@/features/overview/rows-filter";
import { getExpected } from "@/features/overview/server/get-expected";
import { getOverview } from "@/features/overview/server/get-overview";
import { WaitingNote } from "@/features/rounds/components/round/waiting-note";
import { countWaiting } from "@/features/rounds/server/count-waiting";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { toNotFound } from "./to-not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("overview"))("title") };
}

export default async function OverviewPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const query = overviewAddress.read(toParams(await searchParams));
  const [overview, expected] = await Promise.all([
    getOverview(context, query).catch(toNotFound),
    getExpected(context, {}),
  ]);
  const asked = expected ? await countWaiting(context, {}) : 0;
  const t = await getTranslations("overview");
  // A focal point's figures count its own entries, so the links lead to those rows only.
  const owner = overview.ownState ? [overview.ownState] : [];
  const rowsHref: RowsHref = (filter) => activitiesAddress.href({ ...filter, owner });
  const part = { overview, rowsHref };
  return (
    <>
      <PageBar crumbs={[{ label: t("title") }]} />
      <PageBody>
        {/* One A4 page: the screen's layout, made smaller. */}
        <div className="flex flex-col gap-3.5 print:gap-2 print:[zoom:0.56]">
          <ChartPatterns />
          <OverviewHead overview={overview} />
          <WaitingNote count={asked} />
          {expected && (
            <ExpectedCard
              expected={expected}
              allHref={activitiesAddress.href({
                owner: [expected.state.code],
                signal: ["silent"],
                plan: expected.entryPlans.map(String),
              })}
            />
          )}
          <div className="grid gap-3.5 lg:grid-cols-3 print:grid-cols-3">
            <OfficialCard overview={overview} />
            <MeetingsCard overview={overview} />
          </div>
          <StatusStrip {...part} />
          <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] print:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] print:gap-2">
            <div className="flex min-w-0 flex-col gap-3.5 print:gap-2">
              <CyclesCard {...part} />
              <StatesCard {...part} />
              <OutcomesCard {...part} />
            </div>
            <div className="flex min-w-0 flex-col gap-3.5 print:gap-2">
              <AttentionCard {...part} />
              <ChangesCard {...part} />
              <YearsCard {...part} />
            </div>
          </div>
          <SampleNote overview={overview} />
        </div>
      </PageBody>
    </>
  );
}
