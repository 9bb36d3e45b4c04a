import { Agent, type IncomingHttpHeaders, request } from "node:http";
import type { TestSite } from "./server";
import { mintSession, type Person, sessionCookie } from "./session";

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; bytes: Buffer };

export type Asking = {
  method?: string;
  headers?: Record<string, string>;
  /** The value of the session cookie. */
  session?: string | null;
  lang?: string;
  body?: string | FormData;
  /** A separate agent, if more than a few connections must be open at once. */
  agent?: Agent;
};

const sharedAgent = new Agent({ keepAlive: true, maxSockets: 8 });

/**
 * Sends one request without a browser's rules: any method, host and origin. Redirects are not
 * followed. A POST declares the site's own origin unless `headers` differ.
 */
export async function send(site: Pick<TestSite, "url">, path: string, asking: Asking = {}): Promise<Answer> {
  const { method = "GET", headers = {}, session, lang = "en", body, agent = sharedAgent } = asking;
  // The platform writes the multipart body and its boundary.
  const packed = body === undefined ? null : new Response(body);
  const type = packed?.headers.get("content-type");
  const bytes = packed ? Buffer.from(await packed.arrayBuffer()) : null;
  const cookie = [`locale=${lang}`, ...(session ? [`${sessionCookie}=${session}`] : [])].join("; ");
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        hostname,
        port,
        path,
        method,
        headers: {
          cookie,
          ...(method === "POST" ? { origin: site.url } : {}),
          ...(type ? { "content-type": type } : {}),
          ...(bytes ? { "content-length": String(bytes.length) } : {}),
          ...headers,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () => {
          const bytes = Buffer.concat(parts);
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, bytes, text: bytes.toString("utf8") });
        });
      },
    );
    sent.on("error", reject);
    sent.end(bytes);
  });
}

/** One session cookie per person. */
export async function sessionsOf(site: TestSite, people: readonly Person[]): Promise<Record<Person, string>> {
  const pairs = await Promise.all(people.map(async (person) => [person, await mintSession(site, person)]));
  return Object.fromEntries(pairs);
}

/**
 * The content of a page: its HTML without scripts, and the words in the data for the browser,
 * sorted, because React writes the parts of that data in the order in which they are ready.
 */
export function saidBy({ text }: Answer): { html: string; words: string[] } {
  const plain = text.replaceAll('\\"', '"');
  const words = [...plain.matchAll(/"(?:children|title|aria-label|href)":"([^"$][^"]*)"/g)].map(
    ([, word]) => word ?? "",
  );
  const html = text.replace(/<script[\s\S]*?<\/script>|nonce="[^"]*"/g, "");
  return { html: text.startsWith("<") ? html : "", words: [...new Set(words)].sort() };
}
