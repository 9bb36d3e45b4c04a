import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText, ProperName } from "@/components/ui/bilingual-text";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { Table, Td, Th } from "@/components/ui/table";
import { differingWork, isWritable } from "@/domain/rounds";
import type { DraftLine, RoundPage } from "@/features/rounds/server/get-round";
import { formatInstant } from "@/i18n/format";
import { WorkValues } from "../draft/work-values";
import { ReporterName } from "./reporter-name";

/**
 * The requested reports with their reporters and current content. On phones everything is below the
 * title, beside the link.
 */
export async function DraftsTable({ page: { round, drafts } }: { page: RoundPage }) {
  const t = await getTranslations("rounds");
  const terms = await getTranslations("terms");
  return (
    <Table label={t("drafts")}>
      <thead>
        <tr>
          <Th className="sm:min-w-52">{terms("noun.activity")}</Th>
          <Th className={wide}>{t("side")}</Th>
          <Th className={wide}>{t("state")}</Th>
          <Th className={wide}>{t("says")}</Th>
          <Th>
            <span className="sr-only">{t("read")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((line) => (
          <DraftRow key={line.id} line={line} roundId={round.id} isOpen={round.state === "open"} />
        ))}
      </tbody>
    </Table>
  );
}

const wide = "max-sm:hidden";
const narrow = "mt-1 block font-normal text-xs sm:hidden";

async function DraftRow({ line, roundId, isOpen }: { line: DraftLine; roundId: number; isOpen: boolean }) {
  const t = await getTranslations("rounds");
  const act = isOpen && isWritable(line.state) ? "write" : "read";
  const href = `/rounds/${roundId}/drafts/${line.id}` as Route;
  const hasReport = line.state !== "pending" && line.state !== "accepted";
  const content = differingWork(line.before, line.work).length > 0 ? <WorkValues work={line.work} /> : t("unchanged");
  return (
    <tr>
      <Th scope="row">
        <DraftTitle line={line} />
        <span className={narrow}>
          <ReporterName side={line.side} />
        </span>
        <span className={narrow}>
          <StateWords line={line} />
        </span>
        {hasReport && <span className={narrow}>{content}</span>}
      </Th>
      <Td className={wide}>
        <ReporterName side={line.side} />
      </Td>
      <Td className={wide}>
        <StateWords line={line} />
      </Td>
      <Td className={wide}>{hasReport ? content : "–"}</Td>
      <Td>
        <ButtonLink href={href} look="quiet" aria-label={t(`${act}Spoken`, { code: line.code })}>
          {t(act)}
        </ButtonLink>
      </Td>
    </tr>
  );
}

/** Code and title of a report's activity. */
export async function DraftTitle({ line }: { line: DraftLine }) {
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <>
      <Link href={`/activities/${line.entryId}` as Route} className="link">
        <span>{line.code}</span>{" "}
        <BilingualText
          en={line.titleEn}
          lo={line.titleLo}
          locale={locale}
          notTranslatedLabel={ui("notYetTranslated")}
        />
      </Link>{" "}
      {line.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
    </>
  );
}

async function StateWords({ line }: { line: DraftLine }) {
  const t = await getTranslations("rounds");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  return (
    <>
      <span>{terms(`draftState.${line.state}`)}</span>
      {line.isLate && <span className="ml-1.5 text-warn text-xs">{t("late")}</span>}
      {line.state !== "pending" && line.authorName && (
        <span className="block text-ink-2 text-xs">
          <ProperName>{line.authorName}</ProperName>
          {line.submittedAt && <span>{` · ${formatInstant(line.submittedAt, locale)}`}</span>}
        </span>
      )}
    </>
  );
}
