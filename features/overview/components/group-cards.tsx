import { getLocale, getTranslations } from "next-intl/server";
import { ChartTable } from "@/components/charts/chart-table";
import { StackedBars } from "@/components/charts/stacked-bars";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { StateCode } from "@/components/ui/state-code";
import { formatDay } from "@/i18n/format";
import type { GroupCount } from "@/server/register/count-entries";
import type { Overview } from "@/server/register/read-overview";
import type { RowsHref } from "../rows-filter";
import { type StatusGroup, statusChart } from "./status-series";

type Props = { overview: Overview; rowsHref: RowsHref };
type Named = { code: string; nameEn: string; nameLo: string | null };

/**
 * Approved entries of the period by lead member state. Every state that was a member on the
 * reference date has a bar.
 */
export async function StatesCard({ overview, rowsHref }: Props) {
  const t = await getTranslations("overview.states");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  const { members, byState, period, referenceDate, ownState } = overview;
  const known = new Set(members.map(({ code }) => code));
  const others = byState.filter((row) => row.code !== null && !known.has(row.code));
  const rows: Named[] = [...(ownState ? [] : members), ...namesOf(ownState ? byState : others)];
  const groups: StatusGroup[] = rows.map((state) => ({
    key: state.code,
    name: (locale === "lo" && state.nameLo) || state.nameEn,
    label: (
      <span className="flex items-center gap-2">
        <StateCode code={state.code} own={state.code === ownState} />
        <Name {...state} />
      </span>
    ),
    counts: byState.filter((row) => row.code === state.code),
    filter: { period: [period.code], state: [state.code] },
  }));
  const none = byState.filter((row) => row.code === null);
  if (none.length > 0) {
    const filter = { period: [period.code], state: ["none"] };
    groups.push({ key: "none", name: t("none"), label: t("none"), counts: none, filter });
  }
  const data = await statusChart(groups, rowsHref);
  return (
    <Card id="states" title={t("title")}>
      <StackedBars data={data} label={t("title")} hasLongNames />
      {!ownState && (
        <p className="mt-2 text-ink-2 text-xs">
          {t("members", { count: members.length, day: formatDay(referenceDate.day, locale) })}
        </p>
      )}
      <TableOf data={data} label={t("title")} heading={terms("noun.memberState")} />
    </Card>
  );
}

/** Approved entries of the period by Desired Outcome. An entry with several counts under each. */
export async function OutcomesCard({ overview, rowsHref }: Props) {
  const t = await getTranslations("overview.outcomes");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  const { byOutcome, period } = overview;
  const groups: StatusGroup[] = namesOf(byOutcome).map((outcome) => ({
    key: outcome.code,
    name: (locale === "lo" && outcome.nameLo) || outcome.nameEn,
    label: <Name {...outcome} />,
    counts: byOutcome.filter((row) => row.code === outcome.code),
    filter: { period: [period.code], outcome: [outcome.code] },
  }));
  const none = byOutcome.filter((row) => row.code === null);
  if (none.length > 0) {
    const filter = { period: [period.code], outcome: ["none"] };
    groups.push({ key: "none", name: t("none"), label: t("none"), counts: none, filter });
  }
  const data = await statusChart(groups, rowsHref);
  return (
    <Card id="outcomes" title={t("title")} meta={t("several")}>
      {groups.length === 0 ? <p className="text-ink-2 text-sm">{t("empty")}</p> : null}
      {groups.length > 0 && <StackedBars data={data} label={t("title")} hasLongNames />}
      {groups.length > 0 && <TableOf data={data} label={t("title")} heading={terms("noun.outcome")} />}
    </Card>
  );
}

/** The approved entries of each work cycle by status: this year compared with earlier ones. */
export async function YearsCard({ overview, rowsHref }: Props) {
  const t = await getTranslations("overview.years");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  const { axes, period } = overview;
  const groups: StatusGroup[] = overview.cycles
    .filter((cycle) => cycle.startsOn <= period.endsOn)
    .map((cycle) => ({
      key: cycle.code,
      name: (locale === "lo" && cycle.nameLo) || cycle.nameEn,
      label: (
        <span className={cycle.code === period.code ? "font-semibold" : undefined}>
          <Name {...cycle} />
        </span>
      ),
      counts: axes.filter((row) => row.period === cycle.code && row.stage === "approved"),
      filter: { period: [cycle.code] },
    }));
  const data = await statusChart(groups, rowsHref);
  return (
    <Card id="years" title={t("title")} meta={t("hint")}>
      <StackedBars data={data} label={t("title")} />
      <TableOf data={data} label={t("title")} heading={terms("noun.period")} />
    </Card>
  );
}

/** Each group once, in the order of the rows. */
function namesOf(rows: readonly GroupCount[]): Named[] {
  const groups = new Map<string, Named>();
  for (const { code, nameEn, nameLo } of rows) {
    if (code !== null && nameEn !== null) groups.set(code, { code, nameEn, nameLo });
  }
  return [...groups.values()];
}

async function Name({ nameEn, nameLo }: Omit<Named, "code">) {
  const ui = await getTranslations("ui");
  return (
    <BilingualText en={nameEn} lo={nameLo} locale={await getLocale()} notTranslatedLabel={ui("notYetTranslated")} />
  );
}

type TableProps = { data: Awaited<ReturnType<typeof statusChart>>; label: string; heading: string };

async function TableOf(props: TableProps) {
  const t = await getTranslations("overview");
  const label = t("tableOf", { title: props.label });
  return <ChartTable {...props} label={label} words={{ open: t("asTable"), total: t("total") }} />;
}
