import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { DashedMark } from "@/components/ui/marks";
import { Reconciliation } from "@/components/ui/reconciliation";
import { formatNumber } from "@/i18n/format";
import type { CountKind } from "@/server/register/plan-counts";
import type { Overview, PlanFigures } from "@/server/register/read-overview";
import { FigureLink } from "./figure-link";

/** For each live cycle, the official counts beside the numbers of the register, with the source. */
export async function OfficialCard({ overview }: { overview: Overview }) {
  const t = await getTranslations("overview.official");
  return (
    <Card id="official" title={t("title")} className="lg:col-span-2 print:col-span-2">
      <div className="grid gap-4 sm:grid-cols-2 print:grid-cols-2">
        {overview.plans.map((plan) => (
          <PlanPart key={plan.id} plan={plan} isChosen={plan.period === overview.period.code} />
        ))}
      </div>
      {overview.plans.length === 0 && <p className="text-ink-2 text-sm">{t("noPlan")}</p>}
    </Card>
  );
}

/**
 * The kinds of count that exist for the plan; if there are none, the kind expected at this time.
 */
function kindsOf(plan: PlanFigures, isChosen: boolean): CountKind[] {
  const found = (["approved", "proposed"] as const).filter((kind) =>
    plan.official.some((row) => row.kind === kind && row.memberStateId === null),
  );
  return found.length > 0 ? found : [isChosen ? "approved" : "proposed"];
}

async function PlanPart({ plan, isChosen }: { plan: PlanFigures; isChosen: boolean }) {
  const t = await getTranslations("plans");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <div className="min-w-0">
      <h3 className="text-ink-2 text-xs">{(locale === "lo" && plan.titleLo) || plan.titleEn}</h3>
      {plan.partner && (
        <p className="text-sm">
          <span>{terms("noun.partner")}</span>:{" "}
          <Link href={`/partners/${plan.partner.id}` as Route} className="link">
            <BilingualText
              en={plan.partner.nameEn}
              lo={plan.partner.nameLo}
              locale={locale}
              notTranslatedLabel={ui("notYetTranslated")}
            />
          </Link>
        </p>
      )}
      {kindsOf(plan, isChosen).map((kind) => (
        <Compared key={kind} plan={plan} kind={kind} />
      ))}
      {plan.isFrame && <DashedMark label={t("frame")} />}
    </div>
  );
}

async function Compared({ plan, kind }: { plan: PlanFigures; kind: CountKind }) {
  const t = await getTranslations("plans");
  const o = await getTranslations("overview.official");
  const found = plan.official.find((row) => row.kind === kind && row.memberStateId === null);
  const official = found?.count ?? null;
  const register = plan.register[kind];
  const locale = await getLocale();
  const sample = plan.register[`${kind}Sample`];
  const verdict = verdictOf(official, register, t);
  const compared =
    official === null
      ? `${t("register")}: ${formatNumber(register, locale)}`
      : t("compare", { official, register, sample });
  return (
    <Reconciliation
      locale={locale}
      official={official}
      register={register}
      sentence={`${t(kind)}: ${compared}, ${verdict}`}
      verdict={verdict}
    >
      <p>
        <span>{t(kind)}</span> · <span aria-hidden>{compared}</span>{" "}
        <FigureLink href={`/plans/${plan.id}?count=${kind}#rows` as Route} className="link-inline">
          {o("rows", { count: register })}
        </FigureLink>
      </p>
      {found && <Source source={found.source} />}
      <StateLines plan={plan} kind={kind} />
    </Reconciliation>
  );
}

type Translate = Awaited<ReturnType<typeof getTranslations<"plans">>>;

function verdictOf(official: number | null, register: number, t: Translate): string {
  if (official === null) return t("noOfficial");
  return official === register ? t("matches") : t("differs", { count: Math.abs(official - register) });
}

function Source({ source }: { source: PlanFigures["official"][number]["source"] }) {
  const title = <span lang={source.language}>{source.title}</span>;
  if (!source.address) return <p>{title}</p>;
  return (
    <p>
      <a href={source.address} rel="noreferrer" className="link-inline">
        {title}
      </a>
    </p>
  );
}

/** The official counts of single member states. */
async function StateLines({ plan, kind }: { plan: PlanFigures; kind: CountKind }) {
  const t = await getTranslations("plans");
  const locale = await getLocale();
  return plan.official
    .filter((row) => row.kind === kind && row.memberStateId !== null)
    .map((row) => {
      const own = plan.byState.find((state) => state.memberStateId === row.memberStateId);
      const register = own?.[kind] ?? 0;
      const compared = t("compare", { official: row.count, register, sample: own?.[`${kind}Sample`] ?? 0 });
      return (
        <p key={row.memberStateId}>
          <span>{(locale === "lo" && row.stateLo) || row.stateEn}</span>: <span>{compared}</span>,{" "}
          <span>{verdictOf(row.count, register, t)}</span>
        </p>
      );
    });
}
