import type { Route } from "next";
import { createSerializer, type inferParserType, type SingleParserBuilder } from "nuqs/server";

/** The part of a nuqs parser that is used here, for a single value and for a list (`multi`). */
type Single = {
  type?: "single";
  parse(text: string): unknown;
  serialize(value: never): string;
  eq(one: never, other: never): boolean;
  defaultValue?: unknown;
  /** True if the address is invalid without this name. */
  isRequired?: true;
};
type List = Omit<Single, "type" | "parse" | "serialize"> & {
  type: "multi";
  parse(texts: readonly string[]): unknown;
  serialize(value: never): string[];
  /** True if an empty value means a list without items. For other parsers it counts as absent. */
  takesEmpty?: true;
};
/** One name for each row, such as `do.12` and `do.13`; read as a map by row id. */
type Family<Member = Single> = { type: "family"; member: Member };

export type Parser = Single | List | Family;
export type Parsers = Readonly<Record<string, Parser>>;

type ValueOf<P> = P extends Family<SingleParserBuilder<infer T>> ? ReadonlyMap<number, T> : inferParserType<P>;
export type QueryOf<P> = { [Name in keyof P]: ValueOf<P[Name]> };

type Segment<Path extends string> = Path extends `${string}[${infer Name}]${infer Rest}` ? Name | Segment<Rest> : never;
/** The ids in the path; none if the page is not about one row. */
type Ids<Path extends string> = [Segment<Path>] extends [never] ? [] : [ids: Readonly<Record<Segment<Path>, number>>];
/** The same ids as fields, for a query that takes them together with the other values. */
export type AddressIds<Path extends string> = [Segment<Path>] extends [never] ? object : Record<Segment<Path>, number>;

export type Address<Path extends string, P extends Parsers> = {
  /** Path as the page's folder is spelled: `/plans/[id]/states`. */
  path: Path;
  parsers: P;
  /** True if this is the path of the page, with ids filled in. */
  matches: (pathname: string) => boolean;
  /** The values of all names. An absent or unreadable one has its default, or null. */
  read: (params: URLSearchParams) => QueryOf<P>;
  /** Names that are missing, unknown or have an unreadable value. */
  unreadable: (params: URLSearchParams) => string[];
  /** Those of them that are not filters of a list; the gate answers 400. */
  refused: (params: URLSearchParams) => string[];
  /** The filters that `read` leaves out, as they stand in the address: "status=foo". */
  leftOut: (params: URLSearchParams) => string[];
  /**
   * The address of this query. Defaults are left out, so that equal queries have equal addresses.
   */
  href: (query: Partial<QueryOf<P>>, ...ids: Ids<Path>) => Route;
};

/** The values that a page reads from its address. */
export type AddressQuery<A extends { parsers: Parsers }> = QueryOf<A["parsers"]>;

/**
 * Declares the address of a page: its path, and a parser for each name. The page, its links, its
 * download and the gate (`app/query-checks.ts`) share the one declaration. Its rules are in
 * docs/architecture.md, "Addresses".
 * @param filters the names whose unreadable value is left out, which the page says
 */
export function defineAddress<Path extends string, P extends Parsers>(
  path: Path,
  parsers: P,
  filters: readonly (keyof P & string)[] = [],
): Address<Path, P> {
  const pattern = new RegExp(`^${path.replace(/\[\w+\]/g, "\\d+")}$`);
  const all = Object.entries<Parser>(parsers);
  const isReadable = (name: string, texts: readonly string[]) => {
    const parser = parserOf(parsers, name);
    return parser !== null && readTexts(parser, texts) !== null;
  };
  const unreadable = (params: URLSearchParams) => [
    ...all.filter(([name, parser]) => isMissing(parser, params.getAll(name))).map(([name]) => name),
    ...[...new Set(params.keys())].filter((name) => !isReadable(name, params.getAll(name))),
  ];
  const isFilter = (name: string) => filters.includes(name);
  return {
    path,
    parsers,
    matches: (pathname) => pattern.test(pathname),
    read: (params) =>
      Object.fromEntries(all.map(([name, parser]) => [name, readNamed(name, parser, params)])) as QueryOf<P>,
    unreadable,
    refused: (params) => unreadable(params).filter((name) => !isFilter(name)),
    leftOut: (params) =>
      unreadable(params)
        .filter(isFilter)
        .flatMap((name) => params.getAll(name).map((text) => `${name}=${text}`)),
    href: (query, ...ids) => {
      const idOf: Readonly<Record<string, number>> = ids[0] ?? {};
      const pathname = path.replace(/\[(\w+)\]/g, (_segment, name: string) => String(idOf[name]));
      return write(pathname, parsers, query) as Route;
    },
  };
}

const memberName = /^(\w+)\.([1-9]\d{0,8})$/;

/** The parser of a name in an address; null if the page does not know the name. */
function parserOf(parsers: Parsers, name: string): Single | List | null {
  const family = memberName.exec(name)?.[1];
  const parser = Object.hasOwn(parsers, family ?? name) ? parsers[family ?? name] : undefined;
  if (family !== undefined) return parser?.type === "family" ? parser.member : null;
  return parser && parser.type !== "family" ? parser : null;
}

const isMissing = (parser: Parser, texts: readonly string[]) =>
  parser.type !== "family" && parser.isRequired === true && texts.every((text) => text === "");

/** @returns undefined if the value is absent, null if it cannot be read */
function readTexts(parser: Single | List, texts: readonly string[]): unknown {
  if (parser.type === "multi") {
    const filled = texts.filter((text) => text !== "");
    const isPresent = filled.length > 0 || (parser.takesEmpty && texts.length > 0);
    return isPresent ? parser.parse(filled) : undefined;
  }
  const [text, ...repeated] = texts;
  if (repeated.length > 0) return null;
  return text === undefined || text === "" ? undefined : parser.parse(text);
}

function readNamed(name: string, parser: Parser, params: URLSearchParams): unknown {
  if (parser.type !== "family") return readTexts(parser, params.getAll(name)) ?? parser.defaultValue ?? null;
  const members = [...new Set(params.keys())].flatMap((key): [number, unknown][] => {
    const [, family, id] = memberName.exec(key) ?? [];
    const value = family === name ? readTexts(parser.member, params.getAll(key)) : null;
    return value === undefined || value === null ? [] : [[Number(id), value]];
  });
  return new Map(members);
}

/** nuqs writes the address. Each member of a family is passed to it as a separate name. */
function write(pathname: string, parsers: Parsers, query: Readonly<Record<string, unknown>>): string {
  const named = Object.entries(parsers).flatMap(([name, parser]): [string, Single | List, unknown][] => {
    if (parser.type !== "family") return [[name, parser, query[name]]];
    const members = (query[name] ?? new Map()) as ReadonlyMap<number, unknown>;
    return [...members].map(([id, value]) => [`${name}.${id}`, parser.member, value]);
  });
  const parserOfName = Object.fromEntries(named.map(([name, parser]) => [name, parser]));
  const serialize = createSerializer(parserOfName as Parameters<typeof createSerializer>[0]);
  return serialize(pathname, Object.fromEntries(named.map(([name, , value]) => [name, value])));
}
