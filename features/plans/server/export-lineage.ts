import "server-only";
import { z } from "zod";
import { schemaOf } from "@/address/schema-of";
import { AppError } from "@/domain/errors";
import { locales } from "@/domain/vocabulary";
import { defineQuery } from "@/server/define";
import { lineageAddress } from "../lineage-address";
import { readLineageCells, readLineageRows, readLineageYears } from "./lib/lineage-rows";

const rowLimit = 10_000;

const Input = z.object({
  query: schemaOf(lineageAddress),
  language: z.enum(locales),
});

/**
 * The whole matrix that matches the filters, regardless of the page.
 * @throws AppError REPORT_TOO_LARGE {rows, max} for more than 10,000 activities
 */
export const exportLineage = defineQuery({
  name: "plan.exportLineage",
  permission: "report.export",
  input: Input,
  run: async ({ db, actor, input: { query, language } }) => {
    const rows = await readLineageRows(db, actor, { filters: query, locale: language, limit: rowLimit + 1, offset: 0 });
    if (rows.length > rowLimit) {
      throw new AppError("REPORT_TOO_LARGE", { params: { rows: rows[0]?.total ?? rowLimit + 1, max: rowLimit } });
    }
    const ids = rows.map(({ id }) => id);
    const [cells, years] = await Promise.all([readLineageCells(db, actor, query, ids), readLineageYears(db, query)]);
    return { rows, cells, years };
  },
});
