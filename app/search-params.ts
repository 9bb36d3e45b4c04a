/** What Next gives a page of its address. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The same as the web's own type, which the codecs read. */
export function toParams(params: Awaited<SearchParams>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) =>
      [value ?? []].flat().map((item): [string, string] => [name, item]),
    ),
  );
}
