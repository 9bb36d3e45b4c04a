import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { connect, type SecureVersion } from "node:tls";
import { freePort } from "../../db/embedded/server";
import { root } from "../../e2e/support/server";
import { openExternalPostgres } from "../external-postgres";
import { conclude, type Promised } from "../verdict";
import { type Certificates, makeCertificates } from "./certificates";

/**
 * Checks the TLS settings that the documentation promises: with a database certificate of an
 * unknown authority the start fails with one line that says so, and nginx configured as in
 * docs/operations.md only speaks TLS 1.2 and newer. Needs openssl, PostgreSQL and nginx (apt-get
 * install postgresql nginx).
 *
 *     npm run bench:tls
 */
const folder = mkdtempSync("/var/tmp/asean-activity-tracker-tls-");
const promised = [...(await database()), ...(await proxy())];
rmSync(folder, { recursive: true, force: true });
process.exit(conclude(promised));

async function database(): Promise<Promised[]> {
  const other = makeCertificates(folder, "other", "IP:127.0.0.1");
  let own: Certificates | undefined;
  const postgres = await openExternalPostgres(({ folder: place, give }) => {
    own = makeCertificates(place, "server", "IP:127.0.0.1");
    chmodSync(own.key, 0o600);
    give(own.key);
    give(own.certificate);
    return ["ssl = on", `ssl_cert_file = '${own.certificate}'`, `ssl_key_file = '${own.key}'`];
  });
  const start = (query: string, host = "127.0.0.1", program = "start.mjs") => {
    const { PATH, HOME } = process.env;
    const DATABASE_URL = `${postgres.url.replace("127.0.0.1", host)}?${query}`;
    const env = {
      NODE_ENV: "production" as const,
      PATH,
      HOME,
      DATABASE_URL,
      DATA_DIR: path.join(folder, "data"),
      PORT: "0",
    };
    const ran = spawnSync(process.execPath, [`bin/${program}`], { cwd: root, env, encoding: "utf8", timeout: 120_000 });
    return { status: ran.status, lines: ran.stderr.trim().split("\n").filter(Boolean) };
  };
  const full = (authority: string) => `sslmode=verify-full&sslrootcert=${encodeURIComponent(authority)}`;
  const right = start(full(own?.authority ?? ""), "127.0.0.1", "migrate.mjs");
  const refusals = {
    "another authority": start(full(other.authority)),
    "no authority that this machine knows": start("sslmode=verify-full"),
    "a certificate for another name": start(full(own?.authority ?? ""), "localhost"),
  };
  await postgres.remove();
  return [
    { what: `${postgres.version}, the right authority`, figure: `exit ${right.status}`, holds: right.status === 0 },
    ...Object.entries(refusals).map(([what, { status, lines }]) => ({
      what: `verify-full with ${what} refuses to start, in one line`,
      figure: `exit ${status}: ${lines.join(" / ").replaceAll(/\/\/[^@]*@/g, "//…@")}`,
      holds: status !== 0 && status !== null && lines.length === 1 && !lines.join("").includes("tracker:"),
    })),
  ];
}

/** nginx with the first block of the documentation, with other ports and another certificate. */
async function proxy(): Promise<Promised[]> {
  if (!existsSync("/usr/sbin/nginx")) throw new Error("There is no nginx: apt-get install nginx");
  const documented =
    /```nginx\n([\s\S]*?)```/.exec(readFileSync(path.join(root, "docs", "operations.md"), "utf8"))?.[1] ?? "";
  const { certificate, key } = makeCertificates(folder, "proxy", "DNS:tracker.example.org");
  const [port, plain] = [await freePort(), await freePort()];
  const servers = documented
    .replace("listen 443 ssl", `listen 127.0.0.1:${port} ssl`)
    .replace("listen 80", `listen 127.0.0.1:${plain}`)
    .replace(/ssl_certificate .*;/, `ssl_certificate ${certificate};`)
    .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${key};`)
    // Unknown to older nginx versions still in use; it does not affect TLS.
    .replace(/^\s*http2 on;$/m, "");
  const file = path.join(folder, "nginx.conf");
  writeFileSync(
    file,
    `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log; events {} http { access_log off;\n${servers}\n}\n`,
  );
  const nginx = spawn("/usr/sbin/nginx", ["-c", file], { stdio: "ignore" });
  await delay(1_000);
  const versions: SecureVersion[] = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];
  const spoken = await Promise.all(
    versions.map(async (version) => ((await shakeHands(port, version)) ? version : null)),
  );
  const weak = "NULL:eNULL:aNULL:EXPORT:RC4:3DES:DES:MD5:PSK:SRP:@SECLEVEL=0";
  const takesWeak = await shakeHands(port, "TLSv1.2", weak);
  nginx.kill("SIGTERM");
  const taken = spoken.filter((version) => version !== null);
  return [
    {
      what: "nginx as documented speaks TLS 1.2 and 1.3 alone",
      figure: taken.join(", "),
      holds: taken.join() === "TLSv1.2,TLSv1.3",
    },
    {
      what: "and none of the weak ciphers",
      figure: takesWeak ? `took ${takesWeak}` : "all refused",
      holds: !takesWeak,
    },
  ];
}

/** @returns the negotiated cipher, or null */
function shakeHands(port: number, version: SecureVersion, ciphers = "ALL:@SECLEVEL=0"): Promise<string | null> {
  return new Promise((resolve) => {
    const options = {
      host: "127.0.0.1",
      port,
      minVersion: version,
      maxVersion: version,
      ciphers,
      rejectUnauthorized: false,
    };
    const socket = connect(options, () => {
      resolve(socket.getCipher().name);
      socket.destroy();
    });
    socket.once("error", () => resolve(null));
  });
}
