import type { ReportWords } from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import { catalogue } from "@/i18n/catalogue";

/**
 * Messages for the layout of a report, in the language of the document, which may differ from that
 * of the page.
 */
export function reportWords(language: Locale): ReportWords {
  const words = catalogue[language].reports.document;
  return {
    marks: { sample: words.sample, not_translated: words.notTranslated, translation: words.translation },
    page: words.page,
    sampleColumn: words.sampleColumn,
    marksColumn: words.marksColumn,
    partColumn: words.partColumn,
    aboutSheet: words.aboutSheet,
  };
}
