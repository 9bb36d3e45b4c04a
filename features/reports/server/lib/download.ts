import "server-only";
import contentDisposition from "content-disposition";
import { getLocale } from "next-intl/server";
import { AppError, secondsToRetry, statusOf } from "@/domain/errors";
import { asciiNameOf, fileNameOf } from "@/domain/file-name";
import {
  checkReportSize,
  countRows,
  type ReportFormat,
  type ReportKind,
  type ReportModel,
} from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import { renderReport } from "@/features/reports/render/render-report";
import { catalogue, shownMessages } from "@/i18n/catalogue";
import { shownParams } from "@/i18n/error-params";
import { formatNumber } from "@/i18n/format";
import { refuseAfterWait, refuseChangedRights } from "@/server/auth/rights-now";
import type { Context } from "@/server/context";
import { fromDatabaseError } from "@/server/database/database-error";
import { log } from "@/server/observability/log";
import { pageOf } from "@/server/request/ended-session";
import { interpolateMessage, plainPage } from "@/server/request/plain-page";
import { currentPerson, freshContext } from "@/server/request/request-context";
import { personAsking, type Slot, takeSlot } from "@/server/request/request-queue";
import { recordExport } from "../record-export";

const mediaTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const satisfies Record<ReportFormat, string>;

/** A file with its details for the audit log. */
export type WrittenFile = { kind: ReportKind; language: Locale; rows: number; parts: readonly Uint8Array[] };

/** The download that a route prepares from its address. */
export type Download = {
  format: ReportFormat;
  /** Name without extension in the language of the document, and an ASCII name for old programs. */
  name: string;
  asciiName: string;
  /** The choices, for the audit log. */
  filters: Record<string, string>;
} & ({ model: ReportModel } | { written: WrittenFile });

/**
 * Answers a download in this order: wait for a slot, build the document with the rights that the
 * person has by then, render it in a worker thread, record the export (which checks these rights
 * again), send it. Slots cover everything from the first query on, because ten thousand rows take
 * much time and memory. A refusal has its own status and message: a page for browsers, JSON
 * otherwise.
 */
export async function answerDownload(
  request: Request,
  make: (context: Context) => Promise<Download>,
): Promise<Response> {
  let slot: Slot | null = null;
  try {
    const person = await currentPerson();
    // A request without a session takes no slot.
    if (!person) throw new AppError("UNAUTHENTICATED");
    slot = await takeSlot("exports", personAsking(person.actor.userId), request.signal);
    // Nothing is made for a client that has disconnected.
    if (!slot || request.signal.aborted) throw new AppError("REPORT_BUSY");
    // The rights are read again, because they may have changed during the wait.
    const context = await freshContext();
    const download = await make(context);
    const { asOf } = context;
    const headers = headersOf(asOf ? ofThatDay(download, asOf.day) : download);
    // HEAD delivers no data, so nothing is rendered and no export is recorded.
    if (request.method === "HEAD") {
      if ("model" in download) checkReportSize(download.model, download.format);
      await refuseChangedRights(context.db, context);
      return new Response(null, { headers });
    }
    const { kind: report, language, rows, parts } = await fileOf(download);
    const bytes = parts.reduce((sum, part) => sum + part.byteLength, 0);
    const { format, filters } = download;
    const asked = asOf ? { ...filters, asof: asOf.meeting ?? asOf.day } : filters;
    await recordExport(context, { report, format, language, filters: asked, rows, bytes });
    return new Response(streamOf(context, parts), { headers });
  } catch (error) {
    return refuseDownload(request, error);
  } finally {
    slot?.release();
  }
}

async function fileOf(download: Download): Promise<WrittenFile> {
  if ("written" in download) return download.written;
  const { model, format } = download;
  const bytes = await renderReport(model, format);
  return { kind: model.kind, language: model.language, rows: countRows(model), parts: [bytes] };
}

/**
 * Streams the parts at the speed of the client. This can take minutes, so the rights are checked
 * again before each part.
 */
function streamOf(context: Context, parts: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const left = parts.values();
  return new ReadableStream({
    pull: async (stream) => {
      const { done, value } = left.next();
      if (done) return stream.close();
      await refuseAfterWait(context);
      stream.enqueue(value);
    },
  });
}

/** Adds the past day to the file name, because a CSV cannot state it anywhere else. */
function ofThatDay({ format, name, asciiName }: Download, day: string) {
  return { format, name: `${name} ${day}`, asciiName: `${asciiName}-${day}` };
}

function headersOf({
  format,
  name,
  asciiName,
}: Pick<Download, "format" | "name" | "asciiName">): Record<string, string> {
  return {
    "Content-Type": mediaTypes[format],
    "Content-Disposition": contentDisposition(`${fileNameOf(name)}.${format}`, {
      fallback: `${asciiNameOf(asciiName)}.${format}`,
    }),
    "Cache-Control": "private, no-store",
  };
}

/**
 * Explains a refusal, with the matching status: a page for browsers, JSON otherwise.
 * @param page address of the page that offers the file
 */
export async function refuseDownload(
  request: Request,
  thrown: unknown,
  page = offeringPage(request),
): Promise<Response> {
  const error = fromDatabaseError(thrown);
  const requestId = request.headers.get("x-request-id") ?? "none";
  const isOurs = error instanceof AppError;
  if (!isOurs) log().error({ event: "download_failed", requestId, err: error });
  const { code, params } = isOurs ? error : new AppError("INTERNAL");
  const locale = await getLocale();
  const shown = Object.fromEntries(
    Object.entries(shownParams(params, locale)).map(([key, value]) => [
      key,
      typeof value === "number" ? formatNumber(value, locale) : value,
    ]),
  );
  const wait = secondsToRetry({ code, params });
  const headers = { "Cache-Control": "private, no-store", ...(wait === null ? {} : { "Retry-After": String(wait) }) };
  if (request.headers.get("accept")?.includes("text/html")) {
    const nonce = request.headers.get("x-nonce") ?? "";
    const way = wayOn(locale, page, code === "UNAUTHENTICATED");
    return new Response(plainPage({ locale, nonce, code, requestId, params: shown, way }), {
      status: statusOf(code),
      headers: { ...headers, "Content-Type": "text/html; charset=utf-8" },
    });
  }
  const message = interpolateMessage(catalogue[locale].errors[code], shown);
  return Response.json({ error: { code, message, requestId } }, { status: statusOf(code), headers });
}

/** Address of the report's page, with the same choices. */
function offeringPage(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete("format");
  return `${pageOf(pathname)}${searchParams.size > 0 ? `?${searchParams}` : ""}`;
}

/** Link back to the page that offers the file, or to the sign-in page, which then returns there. */
function wayOn(locale: Locale, page: string, isSignedOut: boolean) {
  const { errors, ui } = shownMessages[locale];
  return isSignedOut
    ? { label: errors.page.unauthorized.action, href: `/sign-in?next=${encodeURIComponent(page)}` }
    : { label: ui.back, href: page };
}
