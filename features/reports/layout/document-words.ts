import { createTranslator } from "next-intl";
import type { Locale } from "@/domain/vocabulary";
import { catalogue } from "@/i18n/catalogue";

/** Messages in the language of the document, which may differ from that of the page around it. */
export function documentWords(language: Locale) {
  const messages = catalogue[language];
  const shared = { locale: language, messages } as const;
  return {
    language,
    t: createTranslator({ ...shared, namespace: "reports.paper" }),
    reports: createTranslator({ ...shared, namespace: "reports" }),
    terms: createTranslator({ ...shared, namespace: "terms" }),
    list: createTranslator({ ...shared, namespace: "activities" }),
    followUp: createTranslator({ ...shared, namespace: "reports.followUp" }),
    yearly: createTranslator({ ...shared, namespace: "reports.yearly" }),
    overview: createTranslator({ ...shared, namespace: "overview" }),
    years: createTranslator({ ...shared, namespace: "years" }),
    partners: createTranslator({ ...shared, namespace: "partners" }),
    compare: createTranslator({ ...shared, namespace: "compare" }),
    states: createTranslator({ ...shared, namespace: "states" }),
    shell: createTranslator({ ...shared, namespace: "shell" }),
  };
}

export type DocumentWords = ReturnType<typeof documentWords>;
