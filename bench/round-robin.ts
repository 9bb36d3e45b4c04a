import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/**
 * A proxy for several processes: checks each for readiness, and forwards requests to the next ready
 * one.
 */
export type RoundRobin = { port: number; passed: Map<number, number>; close: () => Promise<void> };

const CHECK_MS = 250;

/**
 * Like nginx with its defaults: a request goes to another process only if the connection was
 * refused, so that nothing of it can have been done. Any other failure reaches the client.
 */
export async function openRoundRobin(backends: readonly number[], port: number): Promise<RoundRobin> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const ready = new Set<number>();
  const passed = new Map(backends.map((backend) => [backend, 0]));
  let turn = 0;
  const check = () => {
    for (const backend of backends) {
      fetch(`http://127.0.0.1:${backend}/api/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
        ({ ok }) => (ok ? ready.add(backend) : ready.delete(backend)),
        () => ready.delete(backend),
      );
    }
  };
  const timer = setInterval(check, CHECK_MS);
  check();
  const choose = (tried: ReadonlySet<number>) => {
    const able = backends.filter((backend) => ready.has(backend) && !tried.has(backend));
    turn += 1;
    return able[turn % able.length];
  };
  const pass = (incoming: IncomingMessage, body: Buffer, answer: ServerResponse, tried: Set<number>) => {
    const backend = choose(tried);
    if (backend === undefined) return answer.writeHead(502).end();
    tried.add(backend);
    passed.set(backend, (passed.get(backend) ?? 0) + 1);
    const { method, url: path } = incoming;
    const headers = { ...incoming.headers, connection: "keep-alive", "x-forwarded-for": "198.51.100.7" };
    const onward = request({ agent, host: "127.0.0.1", port: backend, method, path, headers }, (response) => {
      const { connection: _, "keep-alive": __, ...own } = response.headers;
      answer.writeHead(response.statusCode ?? 502, own);
      response.pipe(answer);
      response.once("error", () => answer.destroy());
    });
    onward.once("error", (error: NodeJS.ErrnoException) => {
      if (answer.headersSent) answer.destroy();
      else if (error.code === "ECONNREFUSED") pass(incoming, body, answer, tried);
      else answer.writeHead(502).end(error.code);
    });
    onward.end(body);
  };
  const server = createServer(async (incoming, answer) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    pass(incoming, Buffer.concat(parts), answer, new Set());
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    port,
    passed,
    close: () => {
      clearInterval(timer);
      agent.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
