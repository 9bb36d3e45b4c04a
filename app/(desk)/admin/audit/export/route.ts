import { AppError } from "@/domain/errors";
import { auditAddress, auditExport } from "@/features/audit/address";
import { auditWords } from "@/features/audit/audit-words";
import { exportAudit } from "@/features/audit/server/export-audit";
import type { AuditLine } from "@/features/audit/server/lib/select";
import { type AuditDocumentRow, composeAuditLog } from "@/features/reports/documents/lists/audit-log";
import { documentWords } from "@/features/reports/layout/document-words";
import { getHomeOrganisation } from "@/features/reports/server/get-home-organisation";
import { answerDownload } from "@/features/reports/server/lib/download";
import { catalogue } from "@/i18n/catalogue";
import { documentMoment } from "@/server/context";

/** The audit log's selection as a file, all its pages. The export itself is audited. */
export function GET(request: Request): Promise<Response> {
  return answerDownload(request, async (context) => {
    const { format, lang, ...query } = auditExport.read(new URL(request.url).searchParams);
    if (!format) throw new AppError("INVALID_INPUT");
    const { lines, names } = await exportAudit(context, { query });
    const home = await getHomeOrganisation(context, {});
    const language = lang ?? context.locale;
    const words = auditWords(language, names, catalogue[language]);
    const frame = {
      words: documentWords(language),
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
  const { seq, at, actorName: who, subject, requestId: request } = line;
  const changes = line.fields.map((field) => {
    const { before, after } = words.change(field);
    const old = field.before === null ? "" : `${before.text} → `;
    return `${words.field(field.field).text}: ${old}${after.text}`;
  });
  return {
    number: seq,
    at: at.toISOString(),
    who,
    request,
    what: words.action(line.action),
    subject: [words.subject(subject).text, words.subjectName(line)].filter((part) => part !== null).join(" "),
    changes: changes.join("\n"),
    from: words.address(line.address).text,
  };
}
