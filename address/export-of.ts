import { locales } from "@/domain/vocabulary";
import { type Address, defineAddress, type Parsers } from "./define-address";
import { oneOf } from "./parsers";

/**
 * The address of a page's download: that of the page, with `/export`, a required format, and the
 * language of the file.
 */
export function exportOf<Path extends string, P extends Parsers, const Format extends string>(
  { path, parsers }: Address<Path, P>,
  formats: readonly Format[],
) {
  const format = { ...oneOf(formats), isRequired: true as const };
  return defineAddress(`${path}/export` as const, { ...parsers, format, lang: oneOf(locales) });
}
