import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FreeText, ProperName } from "@/components/ui/bilingual-text";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/chip";
import { Paperclip, Plus } from "@/components/ui/icons";
import { SampleMark } from "@/components/ui/marks";
import { formatInstant } from "@/i18n/format";
import { remove } from "../actions";
import { fileSize } from "../file-size";
import type { EvidenceLine, EvidenceList } from "../server/list-evidence";
import { RemoveButton } from "./remove-button";

type Props = { entryId: number; evidence: EvidenceList };

/** The evidence of an entry. */
export async function EvidenceCard({ entryId, evidence: { files, can } }: Props) {
  const t = await getTranslations("evidence");
  return (
    <Card id="evidence" title={t("title")} meta={t("count", { count: files.length })}>
      {files.length === 0 && <p className="text-ink-2 text-sm">{t("none")}</p>}
      <ul className="flex flex-col">
        {files.map((file) => (
          <FileLine key={file.id} entryId={entryId} file={file} canRemove={can.remove} />
        ))}
      </ul>
      {can.add && (
        <ButtonLink
          href={`/activities/${entryId}/evidence/new` as Route}
          icon={<Plus aria-hidden className="size-4" />}
          className="mt-2"
        >
          {t("add")}
        </ButtonLink>
      )}
    </Card>
  );
}

async function FileLine({ entryId, file, canRemove }: { entryId: number; file: EvidenceLine; canRemove: boolean }) {
  const t = await getTranslations("evidence");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const nameId = `file-${file.id}`;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 border-line border-b py-2 last:border-b-0">
      <Paperclip aria-hidden className="mt-1 size-4 shrink-0 text-ink-2" />
      <div className="min-w-0 flex-1 basis-56 text-sm">
        <p className="wrap-anywhere">
          <a id={nameId} href={`/activities/${entryId}/evidence/${file.id}`} download className="link">
            <ProperName>{file.fileName}</ProperName>
          </a>{" "}
          <Tag>{t(`kind.${file.kind}`)}</Tag>{" "}
          {file.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
        </p>
        <p className="text-ink-2 text-xs">
          <span translate="no">{fileSize(file.size, locale)}</span> · <ProperName>{file.addedByName}</ProperName> ·{" "}
          <span>{formatInstant(file.createdAt, locale)}</span>
        </p>
        {file.note && (
          <p className="whitespace-pre-line">
            <FreeText text={file.note} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
          </p>
        )}
      </div>
      {canRemove && (
        <RemoveButton
          action={remove}
          fields={{ entryId, evidenceId: file.id }}
          id={`remove-${file.id}`}
          nameId={nameId}
          labels={{ remove: ui("remove"), question: t("removeQuestion") }}
        />
      )}
    </li>
  );
}
