import { AppError } from "@/domain/errors";
import { auditAddress, auditExport } from "@/features/audit/address";
import { auditWords } from "@/features/audit/audit-words";
import { exportAudit } from "@/features/audit/server/export-audit";
import type { AuditLine } from "@/features/audit/server/lib/select";
import { type AuditDocumentRow, composeAuditLog } from "@/features/reports/documents/lists/audit-log";
import { documentWords } from "@/features/reports/layout/document-words";
import { getHomeOrganisation } from "@/features/reports/server/get-home-organisation";
import { answerDownload } from "@/features/reports/server/lib/download";
import { documentMoment } from "@/server/context";

/** The audit log's selection as a file, all its pages. The export itself is audited. */
export function GET(request: Request): Promise<Response> {
  return answerDownload(request, async (context) => {
    const { format, lang, ...query } = auditExport.read(new URL(request.url).searchParams);
    if (!format) throw new AppError("INVALID_INPUT");
    const lines = await exportAudit(context, { query });
    const home = await getHomeOrganisation(context, {});
    const words = auditWords(lang ?? context.locale);
    const frame = {
      words: documentWords(lang ?? context.locale),
      home: home.value,
      label: "confidential" as const,
      ...documentMoment(context),
    };
    const model = composeAuditLog(
      frame,
      words.messages.column,
      lines.map((line) => paperRow(words, line)),
    );
    const filters = { log: auditAddress.href({ ...query, before: null }) };
    return { model, format, name: model.title.text, asciiName: "audit-log", filters };
  });
}

function paperRow(words: ReturnType<typeof auditWords>, line: AuditLine): AuditDocumentRow {
  const { seq, at, actorName: who, subject, subjectId, found, requestId: request } = line;
  const changes = line.fields.map(({ field, before, after }) => {
    const old = before === null ? "" : `${words.value(field, before).text} → `;
    return `${words.field(field).text}: ${old}${words.value(field, after).text}`;
  });
  return {
    number: seq,
    at: at.toISOString(),
    who,
    request,
    what: words.action(line.action),
    subject: [words.subject(subject).text, found?.name ?? subjectId].filter((part) => part !== null).join(" "),
    changes: changes.join("\n"),
    from: words.address(line.address).text,
  };
}
