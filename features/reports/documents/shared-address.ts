import type { QueryOf } from "@/address/define-address";
import { oneOf } from "@/address/parsers";
import { locales } from "@/domain/vocabulary";
import { confidentialityLabels } from "../report-options";

/** What is chosen of every document: the language of its words, and how far it may travel. */
export const sharedChoices = {
  lang: oneOf(locales),
  label: oneOf(confidentialityLabels).withDefault("internal"),
};

export type SharedQuery = QueryOf<typeof sharedChoices>;
