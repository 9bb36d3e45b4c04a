import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText, FreeText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { classes } from "@/components/ui/classes";
import { Link } from "@/components/ui/link";
import { StateCode } from "@/components/ui/state-code";
import { StatusBadge } from "@/components/ui/status-badge";
import type { EntryPage } from "@/features/activities/server/get-entry";
import { formatAge, formatDay } from "@/i18n/format";

type Cell = EntryPage["states"][number];

/**
 * The states that were members at the period's end, each with its share and the age of its last
 * report. Silence is shown neutrally, not as an error.
 */
export async function StatesGrid({ page, ownState }: { page: EntryPage; ownState: string | null }) {
  const t = await getTranslations("activity");
  const locale = await getLocale();
  const { states, plan } = page;
  const members = states.filter(({ isMember }) => isMember).length;
  return (
    <Card
      id="states"
      title={t("sections.states")}
      meta={t("membersOn", { count: members, day: formatDay(plan.period.endsOn, locale) })}
      action={<Link href={`/plans/${plan.id}/states` as Route}>{t("statesOfPlan")}</Link>}
    >
      <ul className="grid grid-cols-2 gap-2 md:grid-cols-3 xl:grid-cols-4">
        {states
          .filter((state) => state.role !== null)
          .map((state) => (
            <StateItem key={state.code} state={state} page={page} isOwn={state.code === ownState} />
          ))}
      </ul>
      <Others states={states.filter((state) => state.role === null)} />
    </Card>
  );
}

/** States without a share, listed on one line to save space. */
async function Others({ states }: { states: readonly Cell[] }) {
  const t = await getTranslations("activity");
  const locale = await getLocale();
  if (states.length === 0) return null;
  return (
    <p className="mt-2 text-ink-2 text-xs">{`${t("notParty")}: ${states.map(({ name }) => (locale === "lo" ? (name.lo ?? name.en) : name.en)).join(", ")}`}</p>
  );
}

async function StateItem({ state, page, isOwn }: { state: Cell; page: EntryPage; isOwn: boolean }) {
  const t = await getTranslations("activity");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const isSilent = state.silentDays !== null || (state.isOpen && state.lastReportedOn === null);
  return (
    <li
      className={classes(
        "flex flex-col gap-0.5 rounded-lg border px-2.5 py-2 text-xs",
        state.role === "lead" ? "border-2 border-accent" : "border-line",
        isSilent && "border-line-strong border-dashed",
      )}
    >
      <span className="flex items-center gap-1.5 font-medium text-sm">
        <StateCode code={state.code} own={isOwn} />
        <BilingualText
          en={state.name.en}
          lo={state.name.lo}
          locale={locale}
          notTranslatedLabel={ui("notYetTranslated")}
        />
      </span>
      {state.role && <span>{terms(`entryStateRole.${state.role}`)}</span>}
      {!state.isOpen && <span className="text-ink-2">{t("closedToYou")}</span>}
      {state.isOpen && state.status && (
        <StatusBadge status={state.status} label={terms(`statusShort.${state.status}`)} />
      )}
      {state.isOpen && (
        <span className="text-ink-2">
          {state.lastReportedOn
            ? t("reportedAgo", {
                day: formatDay(state.lastReportedOn, locale),
                age: formatAge(state.lastReportedOn, page.today, locale),
              })
            : t("notReported")}
        </span>
      )}
      {state.silentDays !== null && <span className="text-ink-2">{t("waitedFor", { count: state.silentDays })}</span>}
      {state.note && (
        <p className="whitespace-pre-line text-ink">
          <FreeText text={state.note} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
        </p>
      )}
      {state.focalPoint && (
        <span translate="no" className="text-ink-2">
          {t("focalPoint", { name: state.focalPoint })}
        </span>
      )}
      {state.can.report && (
        <Link
          href={`/activities/${page.entry.id}/states/${state.code}` as Route}
          className="link mt-auto self-start pt-1"
        >
          {t("actions.state")}
        </Link>
      )}
    </li>
  );
}
