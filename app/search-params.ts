/** The parameters of an address as Next passes them to a page. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Converts them to `URLSearchParams`, which the address codecs read. */
export function toParams(params: Awaited<SearchParams>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) =>
      [value ?? []].flat().map((item): [string, string] => [name, item]),
    ),
  );
}
