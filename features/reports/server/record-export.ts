import "server-only";
import { z } from "zod";
import { reportFormats, reportKinds } from "@/domain/report-model";
import { locales } from "@/domain/vocabulary";
import { defineCommand } from "@/server/define";

const ExportInput = z.object({
  report: z.enum(reportKinds),
  format: z.enum(reportFormats),
  language: z.enum(locales),
  /** The choices as given in the address. */
  filters: z.record(z.string().max(60), z.string().max(8000)),
  rows: z.number().int().min(0),
  bytes: z.number().int().min(0),
});

/** Records an export in the audit log: report, format, language, choices and number of rows. */
export const recordExport = defineCommand({
  name: "report.export",
  permission: "report.export",
  input: ExportInput,
  run: async ({ input }) => ({ result: null, audit: { subject: "exports", subjectId: null, after: input } }),
});
