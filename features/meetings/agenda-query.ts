/** The page that puts entries on an agenda, as its address says it: under which point, from which plan, narrowed by which words. */
export type AgendaQuery = { item: number | null; plan: number | null; q: string };

const isId = (text: string) => /^[1-9]\d{0,8}$/.test(text);

const readable: Readonly<Record<string, (text: string) => boolean>> = {
  item: isId,
  plan: isId,
  q: (text) => text.length <= 200 && text.isWellFormed() && !text.includes("\u0000"),
};

/** The names in this address that the page cannot read. */
export function unreadableAgendaParams(params: URLSearchParams): string[] {
  return [...new Set(params.keys())].filter((name) => {
    const all = params.getAll(name);
    return all.length > 1 || !readable[name]?.(all[0] ?? "");
  });
}

/** The page's state as the address says it. */
export function readAgendaQuery(params: URLSearchParams): AgendaQuery {
  const id = (name: string) => (params.has(name) ? Number(params.get(name)) : null);
  return { item: id("item"), plan: id("plan"), q: params.get("q") ?? "" };
}

/** For the form of a decision: the meeting, and the point of its agenda, that it begins with. */
export function unreadableDecisionParams(params: URLSearchParams): string[] {
  return [...new Set(params.keys())].filter((name) => {
    const all = params.getAll(name);
    return !["meeting", "item"].includes(name) || all.length > 1 || !isId(all[0] ?? "");
  });
}
