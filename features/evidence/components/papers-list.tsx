import { getLocale, getTranslations } from "next-intl/server";
import { FreeText, ProperName } from "@/components/ui/bilingual-text";
import { Tag } from "@/components/ui/chip";
import { Paperclip } from "@/components/ui/icons";
import { SampleMark } from "@/components/ui/marks";
import { formatInstant } from "@/i18n/format";
import { removePaper } from "../actions";
import { fileSize } from "../file-size";
import type { PaperLine } from "../server/list-papers";
import { RemoveButton } from "./remove-button";

type Props = { meetingId: number; papers: readonly PaperLine[]; canRemove: boolean };

/** Documents of a meeting or of one of its agenda items, each a download. */
export function PapersList({ meetingId, papers, canRemove }: Props) {
  if (papers.length === 0) return null;
  return (
    <ul className="flex flex-col">
      {papers.map((paper) => (
        <PaperItem key={paper.id} meetingId={meetingId} paper={paper} canRemove={canRemove} />
      ))}
    </ul>
  );
}

async function PaperItem({ meetingId, paper, canRemove }: Omit<Props, "papers"> & { paper: PaperLine }) {
  const t = await getTranslations("evidence");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const { id, fileName, audience, size, addedByName, createdAt, note, isSample } = paper;
  const nameId = `paper-${id}`;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 py-1.5">
      <Paperclip aria-hidden className="mt-1 size-4 shrink-0 text-ink-2" />
      <div className="min-w-0 flex-1 basis-56 text-sm">
        <p className="wrap-anywhere">
          <a id={nameId} href={`/meetings/${meetingId}/papers/${id}`} download className="link">
            <ProperName>{fileName}</ProperName>
          </a>{" "}
          {audience === "desk" && <Tag>{t("papers.audience.desk")}</Tag>}{" "}
          {isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
        </p>
        <p className="text-ink-2 text-xs">
          <span translate="no">{fileSize(size, locale)}</span> · <ProperName>{addedByName}</ProperName> ·{" "}
          <span>{formatInstant(createdAt, locale)}</span>
        </p>
        {note && (
          <p className="whitespace-pre-line">
            <FreeText text={note} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
          </p>
        )}
      </div>
      {canRemove && (
        <RemoveButton
          action={removePaper}
          fields={{ meetingId, paperId: id }}
          id={`remove-paper-${id}`}
          nameId={nameId}
          labels={{ remove: ui("remove"), question: t("papers.removeQuestion") }}
        />
      )}
    </li>
  );
}
