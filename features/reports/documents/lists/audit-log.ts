import type { ReportColumn, ReportModel, ReportTable } from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import { type DocumentFrame, framed, madeAtMeta } from "@/features/reports/layout/frame";
import { say, writtenRuns } from "@/features/reports/layout/runs";

/** A row of the audit log with the document's labels. */
export type AuditDocumentRow = {
  number: number;
  /** The moment as an ISO instant in UTC, so that nobody has to guess its zone. */
  at: string;
  who: string;
  what: { text: string; lang: Locale | null };
  subject: string;
  changes: string;
  from: string;
  request: string;
};

type Headings = Readonly<Record<keyof AuditDocumentRow, string>>;

const widths: Record<keyof AuditDocumentRow, number> = {
  number: 7,
  at: 22,
  who: 20,
  what: 22,
  subject: 20,
  changes: 50,
  from: 15,
  request: 20,
};

/** Composes the filtered audit log. */
export function composeAuditLog(
  frame: DocumentFrame,
  headings: Headings,
  rows: readonly AuditDocumentRow[],
): ReportModel {
  const { words } = frame;
  const { language } = words;
  const title = words.reports("kind.audit_log");
  const columns = (Object.keys(widths) as (keyof AuditDocumentRow)[]).map((key): ReportColumn => {
    return { key, heading: headings[key], kind: key === "number" ? "number" : "text", width: widths[key] };
  });
  const written = (text: string) => writtenRuns(language, text, false);
  const table: ReportTable = {
    key: "audit",
    name: title,
    columns,
    titleKey: "what",
    orientation: "landscape",
    rows: rows.map(({ number, at, who, what, subject, changes, from, request }) => ({
      isSample: false,
      cells: [
        ...[number, say("en", at), say("en", who), say(what.lang ?? "en", what.text), say(language, subject)],
        ...[changes ? written(changes) : null, say(language, from), say("en", request)],
      ],
    })),
    empty: say(language, words.t("empty")),
  };
  return framed(frame, {
    kind: "audit_log",
    title: { lang: language, text: title },
    subtitle: null,
    meta: [
      { label: words.t("selection"), value: say(language, words.t("rows", { count: rows.length })) },
      madeAtMeta(frame),
    ],
    blocks: [{ kind: "table", table }],
  });
}
