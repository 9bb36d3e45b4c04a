import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { StageBadge } from "@/components/ui/stage-badge";
import { StateCode } from "@/components/ui/state-code";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { PlanLine } from "../server/get-plan";

/** Entries of a plan. Those that the reader may not open are shown without a link. */
export async function PlanLines({
  lines,
  label,
  ownState,
}: {
  lines: readonly PlanLine[];
  label: string;
  ownState: string | null;
}) {
  const terms = await getTranslations("terms");
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{terms("noun.code")}</Th>
          <Th>{terms("noun.activity")}</Th>
          <Th>{terms("party.proponent")}</Th>
          <Th>{terms("noun.stage")}</Th>
          <Th>{terms("noun.status")}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <Line key={line.id ?? `line-${index}`} line={line} ownState={ownState} />
        ))}
      </tbody>
    </Table>
  );
}

async function Line({ line, ownState }: { line: PlanLine; ownState: string | null }) {
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  const title = <BilingualText en={line.titleEn} lo={line.titleLo} {...words} />;
  return (
    <tr>
      <Td className="whitespace-nowrap text-ink-2">{line.code}</Td>
      <Th scope="row" className="min-w-52 font-normal">
        {line.id === null ? (
          title
        ) : (
          <Link href={`/activities/${line.id}` as Route} className="link">
            {title}
          </Link>
        )}{" "}
        {line.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
      </Th>
      <Td>
        <span className="inline-flex items-center gap-1.5">
          {line.stateCode && <StateCode code={line.stateCode} own={line.stateCode === ownState} />}
          <BilingualText en={line.leadEn} lo={line.leadLo} {...words} />
        </span>
      </Td>
      <Td>{line.stage ? <StageBadge stage={line.stage} label={terms(`stage.${line.stage}`)} /> : "–"}</Td>
      <Td>{line.status ? <StatusBadge status={line.status} label={terms(`statusShort.${line.status}`)} /> : "–"}</Td>
    </tr>
  );
}
