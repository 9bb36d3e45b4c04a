import { createMultiParser } from "nuqs/server";
import { type AddressQuery, defineAddress } from "@/address/define-address";
import { code, listOf, oneOf, stateCode } from "@/address/parsers";
import { defaultSections, type ProgressSection, progressSections } from "../../report-options";
import { sharedChoices } from "../shared-address";

const names = listOf(oneOf(progressSections));

/**
 * Parts in the fixed order of the report. An empty value means no parts: the form was sent with
 * every box cleared.
 */
const sections = {
  ...createMultiParser<ProgressSection[]>({
    ...names,
    parse: (texts) => {
      const chosen = texts.length === 0 ? [] : names.parse(texts);
      return chosen && progressSections.filter((section) => chosen.includes(section));
    },
  }).withDefault([...defaultSections]),
  takesEmpty: true as const,
};

export const countryProgressAddress = defineAddress("/reports/country-progress", {
  state: stateCode,
  period: code,
  /** A meeting's code, or `none`. Default: the meeting to which this period is reported. */
  meeting: code,
  sections,
  ...sharedChoices,
});

export type ProgressQuery = AddressQuery<typeof countryProgressAddress>;
