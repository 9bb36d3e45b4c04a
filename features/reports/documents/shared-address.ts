import type { QueryOf } from "@/address/define-address";
import { oneOf } from "@/address/parsers";
import { locales } from "@/domain/vocabulary";
import { confidentialityLabels } from "../report-options";

/** Parameters of every document: its language and its confidentiality label. */
export const sharedChoices = {
  lang: oneOf(locales),
  label: oneOf(confidentialityLabels).withDefault("internal"),
};

export type SharedQuery = QueryOf<typeof sharedChoices>;
