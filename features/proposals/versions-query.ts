/** The address of the compared versions of a concept paper: `?from=2&to=5`; without them, the latest two. */

const number = /^[1-9]\d{0,8}$/;
const names = ["from", "to"] as const;

/** The names in this address that the page cannot read. */
export function unreadableVersionParams(params: URLSearchParams): string[] {
  return [...new Set(params.keys())].filter((name) => {
    const values = params.getAll(name);
    return !names.some((known) => known === name) || values.length !== 1 || !number.test(values[0] ?? "");
  });
}

/** The two versions that the address names, in either order. */
export function readVersionQuery(params: URLSearchParams): { from: number | null; to: number | null } {
  const [from, to] = names.map((name) => Number(params.get(name)) || null);
  return { from: from ?? null, to: to ?? null };
}
