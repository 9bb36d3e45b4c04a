import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import { ButtonLink, buttonClasses } from "@/components/ui/button";
import { FileText } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";
import { PageHeader } from "@/components/ui/page-header";
import { Segments } from "@/components/ui/tabs";
import { formatDay, formatDayRange } from "@/i18n/format";
import type { PeriodLine } from "@/server/register/periods";
import { overviewAddress } from "../address";
import type { OverviewPage } from "../server/get-overview";

/** The period's name, the links to other periods, and the reference date. */
export async function OverviewHead({ overview }: { overview: OverviewPage }) {
  const t = await getTranslations("overview");
  const locale = await getLocale();
  const { period, cycles, periods, cycle, ownState, plans } = overview;
  const nameOf = ({ nameEn, nameLo }: PeriodLine) => (locale === "lo" && nameLo) || nameEn;
  const others = periods.filter(({ kind }) => kind !== "work_cycle");
  const plan = plans.find((one) => one.period === period.code);
  return (
    <>
      <PageHeader
        title={t("heading", { period: nameOf(period) })}
        actions={
          <>
            <Segments
              label={t("cycles.switch")}
              tabs={cycles.map((one) => ({
                key: one.code,
                href: overviewAddress.href({ period: one.code }),
                label: one.nameEn,
                current: one.code === period.code,
              }))}
            />
            {others.length > 0 && <OtherPeriods others={others} chosen={period.code} />}
            <ButtonLink
              href={`/reports/yearly-progress?period=${period.code}` as Route}
              look="primary"
              icon={<FileText aria-hidden className="size-4" />}
            >
              {t("report")}
            </ButtonLink>
          </>
        }
      >
        {plan && <span>{(locale === "lo" && plan.titleLo) || plan.titleEn}</span>}
        {plan && <span>{" · "}</span>}
        <span>{formatDayRange(period.startsOn, period.endsOn, locale)}</span>
        {period.code === cycle.current && <span>{` · ${t("isCurrent")}`}</span>}
        {period.code === cycle.preparing && <span>{` · ${t("isPreparing")}`}</span>}
        {ownState && <span>{` · ${t("ownOnly")}`}</span>}
      </PageHeader>
      <ReferenceDateNote overview={overview} />
    </>
  );
}

/** Fiscal years and longer periods that have a plan. */
async function OtherPeriods({ others, chosen }: { others: readonly PeriodLine[]; chosen: string }) {
  const t = await getTranslations("overview");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  return (
    <Menu label={t("otherPeriods")} buttonClassName={buttonClasses("secondary")} align="end">
      {others.map((one) => (
        <Link
          key={one.code}
          href={overviewAddress.href({ period: one.code })}
          aria-current={one.code === chosen ? "true" : undefined}
          className="flex min-h-8 flex-col rounded-md px-2 py-1 text-sm hover:bg-hover aria-[current]:bg-selected max-sm:min-h-10"
        >
          <span>{(locale === "lo" && one.nameLo) || one.nameEn}</span>
          <span className="text-ink-2 text-xs">
            <span>{terms(`periodKind.${one.kind}`)}</span> · <span translate="no">{one.code}</span>
          </span>
        </Link>
      ))}
    </Menu>
  );
}

/** For a period that is over: states that the page is not computed against today. */
async function ReferenceDateNote({ overview: { referenceDate, after } }: { overview: OverviewPage }) {
  const t = await getTranslations("overview.referenceDate");
  const locale = await getLocale();
  if (!referenceDate.isOver) return null;
  const day = formatDay(referenceDate.day, locale);
  const { meeting } = referenceDate;
  const name = meeting && ((locale === "lo" && meeting.titleLo) || meeting.titleEn);
  const toNow = after && (
    <ButtonLink href={overviewAddress.href({ period: after.code })} look="quiet">
      {t("goOn", { period: (locale === "lo" && after.nameLo) || after.nameEn })}
    </ButtonLink>
  );
  return (
    <Banner tone="info" action={toNow}>
      {name ? t("meeting", { meeting: name, day }) : t("lastDay", { day })}
    </Banner>
  );
}
