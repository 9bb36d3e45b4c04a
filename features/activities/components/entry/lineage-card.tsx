import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText, FreeText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { StageBadge } from "@/components/ui/stage-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { EntryPage } from "@/features/activities/server/get-entry";

type Line = EntryPage["lineage"][number];

/** The activity through the years: its entries in the order of the plans, including this one. */
export async function LineageCard({ lineage }: Pick<EntryPage, "lineage">) {
  const t = await getTranslations("activity");
  const isAlone = lineage.length === 1 && lineage[0]?.mergedInto === null && lineage[0].settledReason === null;
  return (
    <Card id="lineage" title={t("sections.lineage")}>
      {isAlone ? (
        <p className="text-ink-2 text-sm">{t("noLineage")}</p>
      ) : (
        <ol className="flex flex-col text-sm">
          {lineage.map((line) => (
            <li
              key={line.id}
              aria-current={line.isThis ? "true" : undefined}
              className={`flex flex-col items-start gap-0.5 border-l-2 py-1.5 pl-3 ${line.isThis ? "border-accent" : "border-line-strong"}`}
            >
              <Year line={line} />
              <Ties line={line} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

/** The year, and the entry's stage and status in it. */
async function Year({ line }: { line: Line }) {
  const t = await getTranslations("activity.lineage");
  const ui = await getTranslations("ui");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  const year = (
    <>
      <BilingualText {...line.period} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
      {line.partner && <span>{` · ${line.partner}`}</span>}
    </>
  );
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2">
        {line.isThis ? (
          <strong className="font-semibold">{year}</strong>
        ) : (
          <Link href={`/activities/${line.id}` as Route} className="link inline-flex min-h-6 items-center">
            {year}
          </Link>
        )}
        {line.isThis && <span className="text-ink-2 text-xs">{t("this")}</span>}
        {line.phase !== null && <span className="text-ink-2 text-xs">{t("phase", { phase: line.phase })}</span>}
      </span>
      <span className="flex flex-wrap items-center gap-x-3">
        {line.stage && <StageBadge stage={line.stage} label={terms(`stage.${line.stage}`)} />}
        {line.status && <StatusBadge status={line.status} label={terms(`statusShort.${line.status}`)} />}
      </span>
    </>
  );
}

/** From which year the entry was carried over, to which, and why. */
async function Ties({ line: { carriedFrom, carriedTo, mergedInto, settledReason } }: { line: Line }) {
  const t = await getTranslations("activity.lineage");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  return (
    <>
      {carriedFrom && (
        <span className="text-ink-2 text-xs">
          <span>{t("carriedFrom")}</span> <BilingualText {...carriedFrom} {...words} />
        </span>
      )}
      {carriedTo && (
        <span className="text-ink-2 text-xs">
          <span>{t("carriedTo")}</span> <BilingualText {...carriedTo} {...words} />
        </span>
      )}
      {mergedInto && (
        <span className="text-ink-2 text-xs">
          <span>{t("mergedInto")}</span>{" "}
          <Link href={`/activities/${mergedInto.id}` as Route} className="link inline-flex min-h-6 items-center">
            {mergedInto.code}
          </Link>
        </span>
      )}
      {settledReason && (
        <span className="text-ink-2 text-xs">
          <span>{t("reason")}</span> <FreeText text={settledReason} {...words} />
        </span>
      )}
    </>
  );
}
