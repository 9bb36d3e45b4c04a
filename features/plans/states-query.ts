import type { Route } from "next";
import { createParser, createSerializer, type inferParserType, parseAsStringLiteral } from "nuqs/server";

/** Entries by member state: the address says which state, whether only silent shares, and which page. */

const parsers = {
  /** ISO code of a member state. */
  state: createParser<string>({ parse: (text) => (/^[A-Z]{2}$/.test(text) ? text : null), serialize: String }),
  /** Only shares for whose report one has waited longer than the setting allows. */
  silent: parseAsStringLiteral(["1"] as const),
  page: createParser<number>({
    parse: (text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null),
    serialize: String,
  }).withDefault(1),
} as const;

export type StatesQuery = inferParserType<typeof parsers>;

const isName = (name: string): name is keyof typeof parsers => Object.hasOwn(parsers, name);

/** The names in this address that cannot be read; an empty field of the form is no filter. */
export function unreadableStates(params: URLSearchParams): string[] {
  return [...new Set(params.keys())].filter((name) => {
    if (!isName(name) || params.getAll(name).length > 1) return true;
    const text = params.get(name) ?? "";
    return text !== "" && parsers[name].parse(text) === null;
  });
}

/** The selection as the address says it. */
export function readStatesQuery(params: URLSearchParams): StatesQuery {
  const text = (name: keyof typeof parsers) => params.get(name) ?? "";
  return {
    state: parsers.state.parse(text("state")),
    silent: parsers.silent.parse(text("silent")),
    page: parsers.page.parse(text("page")) ?? 1,
  };
}

const serialize = createSerializer(parsers);

/** The address of a plan's entries by state, in this selection. */
export const statesHref = (planId: number, query: Partial<StatesQuery>) =>
  serialize(`/plans/${planId}/states`, query) as Route;
