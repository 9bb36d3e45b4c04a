import "server-only";
import contentDisposition from "content-disposition";
import { getLocale } from "next-intl/server";
import { AppError, secondsToRetry, statusOf } from "@/domain/errors";
import {
  checkReportSize,
  countRows,
  type ReportFormat,
  type ReportKind,
  type ReportModel,
} from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import { renderReport } from "@/features/reports/render/render-report";
import { shownMessages } from "@/i18n/catalogue";
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

/** A file, with what the audit log says of it. */
export type WrittenFile = { kind: ReportKind; language: Locale; rows: number; parts: readonly Uint8Array[] };

/** What a route makes of its address. */
export type Download = {
  format: ReportFormat;
  /** The name without its ending, in the language of the paper; and in ASCII for old programs. */
  name: string;
  asciiName: string;
  /** The choices, for the audit log. */
  filters: Record<string, string>;
} & ({ model: ReportModel } | { written: WrittenFile });

/**
 * The answer of a download: wait for a slot, build with the rights that the person then has,
 * render off the request's thread, write down that the file leaves, which asks for these rights
 * once more, and only then send it. Few are made at once, from the first query on: ten thousand
 * rows are much to read and to hold. A refusal keeps its status and says why: as a page where a
 * browser asks, as JSON otherwise.
 */
export async function answerDownload(
  request: Request,
  make: (context: Context) => Promise<Download>,
): Promise<Response> {
  let slot: Slot | null = null;
  try {
    const person = await currentPerson();
    // Nobody takes no slot.
    if (!person) throw new AppError("UNAUTHENTICATED");
    slot = await takeSlot("exports", personAsking(person.actor.userId), request.signal);
    // Whoever has gone away meanwhile gets nothing made.
    if (!slot || request.signal.aborted) throw new AppError("REPORT_BUSY");
    // Who was allowed when the wait began may not be now.
    const context = await freshContext();
    const download = await make(context);
    const { asOf } = context;
    const headers = headersOf(asOf ? ofThatDay(download, asOf.day) : download);
    // Whoever asks only about the file takes nothing away: it is neither rendered nor written down.
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
 * The parts one after the other, no faster than they are taken: to a slow reader for minutes, and
 * no longer than they may read.
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

/** A file of the past says so by its name, which is all that a CSV has. */
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
    "Content-Disposition": contentDisposition(`${name}.${format}`, { fallback: `${asciiName}.${format}` }),
    "Cache-Control": "private, no-store",
  };
}

/**
 * Why there is no file, with the status that says so: as a page where a browser asks, as JSON
 * otherwise.
 * @param page where the file is offered
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
  const message = interpolateMessage(shownMessages[locale].errors[code], shown);
  return Response.json({ error: { code, message, requestId } }, { status: statusOf(code), headers });
}

/** The page of a report, with the same choices. */
function offeringPage(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete("format");
  return `${pageOf(pathname)}${searchParams.size > 0 ? `?${searchParams}` : ""}`;
}

/** Back to the page that offers the file, or to sign in and come back there. */
function wayOn(locale: Locale, page: string, isSignedOut: boolean) {
  const { errors, ui } = shownMessages[locale];
  return isSignedOut
    ? { label: errors.page.unauthorized.action, href: `/sign-in?next=${encodeURIComponent(page)}` }
    : { label: ui.back, href: page };
}
