import { type AddressQuery, defineAddress } from "@/address/define-address";
import { oneOf, page, searchText } from "@/address/parsers";

/** What is searched, in the order of the page. */
export const searchKinds = [
  "activities",
  "remarks",
  "meetings",
  "decisions",
  "partners",
  "instruments",
  "plans",
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** `in`: all that was found of one kind, page by page; without it the first rows of each. */
export const searchAddress = defineAddress("/search", {
  q: searchText.withDefault(""),
  in: oneOf(searchKinds),
  page,
});

export type SearchQuery = AddressQuery<typeof searchAddress>;
