import "server-only";
import { z } from "zod";
import { reportFormats, reportKinds } from "@/domain/report-model";
import { locales } from "@/domain/vocabulary";
import { defineCommand } from "@/server/define";

const ExportInput = z.object({
  report: z.enum(reportKinds),
  format: z.enum(reportFormats),
  language: z.enum(locales),
  /** The choices as they stood in the address. */
  filters: z.record(z.string().max(60), z.string().max(8000)),
  rows: z.number().int().min(0),
  bytes: z.number().int().min(0),
});

/**
 * Writes down that a file left the register: which report, in which format and language, of what
 * selection, how many rows.
 */
export const recordExport = defineCommand({
  name: "report.export",
  permission: "report.export",
  input: ExportInput,
  run: async ({ input }) => ({ result: null, audit: { subject: "exports", subjectId: null, after: input } }),
});
