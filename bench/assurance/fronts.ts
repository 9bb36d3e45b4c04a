import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { root } from "../../e2e/support/server";

/** What runs in front of the site: nothing, or a proxy configured as in docs/operations.md. */
export const frontNames = ["none", "nginx", "caddy"] as const;
export type FrontName = (typeof frontNames)[number];

export type Front = { stop: () => Promise<void> };

/** The code blocks in this language in the documentation. */
function documented(language: string): string[] {
  const text = readFileSync(path.join(root, "docs", "operations.md"), "utf8");
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, block]) => block ?? "");
}

/** nginx without TLS, which makes no difference for slow clients. */
function nginxFile(folder: string, port: number, sitePort: number): string {
  const [server = ""] = documented("nginx");
  const http = server
    .slice(0, server.lastIndexOf("server {"))
    .replace("listen 443 ssl;", `listen 127.0.0.1:${port};`)
    .replace(/^\s*(ssl_.*|http2 on;|server_name .*)$/gm, "")
    .replace("proxy_set_header Host $host;", "proxy_set_header Host $http_host;")
    .replaceAll("127.0.0.1:3000", `127.0.0.1:${sitePort}`);
  return `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 4096; }
http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
${http}
}
`;
}

function caddyFile(port: number, sitePort: number): string {
  const [block = ""] = documented("caddy");
  return block
    .replace("{\n", "{\n\tadmin off\n\tauto_https off\n")
    .replace("tracker.example.org", `http://127.0.0.1:${port}`)
    .replaceAll("127.0.0.1:3000", `127.0.0.1:${sitePort}`);
}

/**
 * Starts this proxy in front of the site.
 * @throws Error naming the package if it is not installed
 */
export async function openFront(name: FrontName, port: number, sitePort: number): Promise<Front> {
  if (name === "none") return { stop: async () => undefined };
  const program = name === "nginx" ? "/usr/sbin/nginx" : "/usr/bin/caddy";
  if (!existsSync(program)) throw new Error(`There is no ${name}: apt-get install ${name}`);
  const folder = mkdtempSync(`/var/tmp/asean-activity-tracker-${name}-`);
  const file = path.join(folder, name === "nginx" ? "nginx.conf" : "Caddyfile");
  writeFileSync(file, name === "nginx" ? nginxFile(folder, port, sitePort) : caddyFile(port, sitePort));
  const args = name === "nginx" ? ["-c", file] : ["run", "--config", file, "--adapter", "caddyfile"];
  const proxy = spawn(program, args, { stdio: "ignore", env: { ...process.env, HOME: folder } });
  const ended = new Promise<void>((resolve) => void proxy.once("exit", () => resolve()));
  await delay(1_000);
  if (proxy.exitCode !== null) throw new Error(`${name} did not start: see ${folder}`);
  return {
    stop: async () => {
      proxy.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
