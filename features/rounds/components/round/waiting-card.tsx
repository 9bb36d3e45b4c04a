import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { Link } from "@/components/ui/link";
import type { DraftLine, RoundPage } from "@/features/rounds/server/get-round";
import { WorkValues } from "../draft/work-values";
import { ReporterName } from "./reporter-name";
import { ReviewForm } from "./review-form";

/**
 * Submitted reports, for heads of division. Those that were read and can be accepted are ticked;
 * those that cannot show the reason.
 */
export async function WaitingCard({ page, person }: { page: RoundPage; person: string }) {
  const t = await getTranslations("rounds");
  const ui = await getTranslations("ui");
  const { lines, total } = page.waiting;
  if (!page.can.accept || lines.length === 0) return null;
  return (
    <Card id="waiting" title={t("waiting")} meta={<Count value={total} />}>
      <p className="mb-1.5 text-ink-2 text-sm">{t("waitingHint")}</p>
      {lines.length < total && <p className="mb-1.5 text-sm">{t("waitingCut", { shown: lines.length, total })}</p>}
      <ReviewForm
        roundId={page.round.id}
        person={person}
        drafts={lines.map((line) => ({
          value: `${line.id}:${line.version}`,
          label: <Waiting line={line} />,
          isPossible: line.refusal === null,
        }))}
        accept={t("accept")}
        labels={{
          drafts: t("drafts"),
          remark: t("remark"),
          remarkHint: t("remarkHint"),
          return: t("return"),
          busy: ui("saving"),
        }}
      />
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {lines.map(({ id, code }) => (
          <li key={id}>
            <Link href={`/rounds/${page.round.id}/drafts/${id}` as Route} className="link">
              {t("readSpoken", { code })}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function Waiting({ line }: { line: DraftLine }) {
  const t = await getTranslations("rounds");
  const ui = await getTranslations("ui");
  const errors = await getTranslations("errors");
  const locale = await getLocale();
  return (
    <span className="flex flex-col gap-0.5 py-1">
      <span>
        <span>{line.code}</span>{" "}
        <BilingualText
          en={line.titleEn}
          lo={line.titleLo}
          locale={locale}
          notTranslatedLabel={ui("notYetTranslated")}
        />
      </span>
      <span className="flex flex-wrap items-center gap-x-3 text-ink-2 text-xs">
        <ReporterName side={line.side} />
        <WorkValues work={line.work} />
      </span>
      {line.refusal && (
        <span className="text-warn text-xs">
          <strong>{t("impossible")}</strong> <span>{errors(line.refusal, { code: line.code })}</span>
        </span>
      )}
    </span>
  );
}
