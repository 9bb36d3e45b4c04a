import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Tag } from "@/components/ui/chip";
import { TriangleAlert } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { StageBadge } from "@/components/ui/stage-badge";
import { Table, Td, Th } from "@/components/ui/table";
import { hasLao } from "@/domain/lao-text";
import type { Stage } from "@/domain/lifecycle";
import type { Closing } from "../server/preview-closing";

/** The pending decisions, each with its entry before and after, or why it cannot be applied. */
export async function ClosingTable({ lines }: Pick<Closing, "lines">) {
  const t = await getTranslations("meetings");
  const terms = await getTranslations("terms");
  return (
    <Table label={t("closeTitle")}>
      <thead>
        <tr>
          <Th className="min-w-48">{terms("noun.activity")}</Th>
          <Th>{terms("noun.decision")}</Th>
          <Th>{t("before")}</Th>
          <Th>{t("after")}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <ClosingRow key={line.id} line={line} />
        ))}
      </tbody>
    </Table>
  );
}

async function ClosingRow({ line }: { line: Closing["lines"][number] }) {
  const t = await getTranslations("meetings");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const errors = await getTranslations("errors");
  const locale = await getLocale();
  const stageOf = (stage: Stage | null) => stage && <StageBadge stage={stage} label={terms(`stage.${stage}`)} />;
  return (
    <tr>
      <Th scope="row">
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
      </Th>
      <Td>
        <span className="flex flex-wrap items-center gap-1.5">
          <Tag>
            <span lang={hasLao(line.verbPrinted) ? "lo" : "en"}>{line.verbPrinted}</span>
          </Tag>
          <span className="text-ink-2 text-xs">{terms(`outcomeOfDecision.${line.outcome}`)}</span>
        </span>
        {line.agendaNo && <span className="block text-ink-2 text-xs">{t("agendaNo", { no: line.agendaNo })}</span>}
      </Td>
      <Td>{stageOf(line.from) ?? "–"}</Td>
      <Td>
        {line.refusal ? (
          <span className="flex items-start gap-1.5 text-bad">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>
              <strong>{t("impossible")}</strong> <span>{errors(line.refusal)}</span>
            </span>
          </span>
        ) : (
          (stageOf(line.to) ?? <span className="text-ink-2">{t("unchanged")}</span>)
        )}
      </Td>
    </tr>
  );
}
