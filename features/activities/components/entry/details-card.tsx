import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import { Lock } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { DashedMark } from "@/components/ui/marks";
import { partyRoles } from "@/domain/vocabulary";
import type { EntryPage } from "@/features/activities/server/get-entry";
import { formatDay, formatUsd } from "@/i18n/format";

type Named = { en: string; lo: string | null };

/** The facts of the entry as a list. */
export async function DetailsCard({ page }: { page: EntryPage }) {
  const t = await getTranslations("activity");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const { entry, activity, plan } = page;
  const usd = (amount: string | null) => (amount === null ? null : formatUsd(Number(amount), locale));
  const days = (from: string | null, to: string | null) =>
    from || to ? [from, to].map((day) => (day ? formatDay(day, locale) : "…")).join(" – ") : null;
  const items: (Description | null)[] = [
    {
      term: terms("noun.workPlan"),
      value: (
        <Link href={`/plans/${plan.id}` as Route} className="link">
          <BilingualText en={plan.en} lo={plan.lo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
        </Link>
      ),
    },
    plan.partner && {
      term: terms("noun.partner"),
      value: <PartnerLink id={plan.partner.id} name={plan.partner} />,
    },
    {
      term: terms("noun.stage"),
      value: entry.stage ? (
        <span>
          <span>{terms(`stage.${entry.stage}`)}</span>
          <span className="flex items-center gap-1 text-ink-2 text-xs">
            <Lock aria-hidden className="size-3" />
            <span>{t("stageSet")}</span>
          </span>
        </span>
      ) : (
        t("stageNotRecorded")
      ),
    },
    fact(t("planned"), days(entry.plannedStartOn, entry.plannedEndOn)),
    fact(t("actual"), days(entry.actualStartOn, entry.actualEndOn)),
    fact(t("budget"), usd(entry.budgetApprovedUsd)),
    fact(t("disbursed"), usd(entry.budgetDisbursedUsd)),
    fact(terms("noun.fund"), entry.fund),
    fact(terms("noun.kind"), terms(`activityKind.${activity.kind}`)),
    fact(t("field.clearedOn"), entry.clearedOn && formatDay(entry.clearedOn, locale)),
    fact(t("counted"), terms(`counted.${entry.counted}`)),
  ];
  return (
    <Card id="details" title={t("sections.details")}>
      <DescriptionList
        items={[...items.filter((item) => item !== null), ...(await partyFacts(page)), ...(await aims(page))]}
      />
    </Card>
  );
}

function fact(term: string, value: string | null): Description | null {
  return value === null ? null : { term, value };
}

/** A partner's name, linked to its page. */
async function PartnerLink({ id, name }: { id: number; name: Named }) {
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <Link href={`/partners/${id}` as Route} className="link">
      <BilingualText en={name.en} lo={name.lo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
    </Link>
  );
}

async function partyFacts({ parties }: EntryPage): Promise<Description[]> {
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  const name = (names: Named) => (locale === "lo" ? (names.lo ?? names.en) : names.en);
  return partyRoles.flatMap((role) => {
    const lines = parties.filter((party) => party.role === role);
    if (lines.length === 0) return [];
    const value = lines.map((party, index) => (
      <Fragment key={`${party.code}:${party.agency?.en}`}>
        {index > 0 && <span>{"; "}</span>}
        {party.partnerId === null ? (
          <span>{name(party.name)}</span>
        ) : (
          <PartnerLink id={party.partnerId} name={party.name} />
        )}
        {party.agency && <span>{`, ${name(party.agency)}`}</span>}
      </Fragment>
    ));
    return [{ key: role, term: terms(`party.${role}`), value }];
  });
}

async function aims({ outcomes, priorities }: EntryPage): Promise<Description[]> {
  const t = await getTranslations("activity");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const lines: Description[] = outcomes.map(({ code, name, loIsTranslation }) => ({
    key: code,
    term: code.replace("-", " "),
    value: (
      <>
        <BilingualText en={name.en} lo={name.lo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />{" "}
        {locale === "lo" && loIsTranslation && <DashedMark label={ui("translation")} />}
      </>
    ),
  }));
  const priorityLines = priorities.map(({ kind, state, period, meeting }) => {
    const cycle = period ? (locale === "lo" ? (period.lo ?? period.en) : period.en) : (meeting ?? "");
    return t("priorityFor", { kind: terms(`priority.${kind}`), period: cycle, state: terms(`priorityState.${state}`) });
  });
  if (priorityLines.length > 0) {
    lines.push({
      term: terms("noun.priority"),
      value: (
        <ul>
          {priorityLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ),
    });
  }
  return lines;
}
