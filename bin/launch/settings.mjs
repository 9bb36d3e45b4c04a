import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "../../db/embedded/refusal.mjs";

/**
 * Settings that the launcher needs before anything is installed. `env.ts` parses the others, in
 * the application.
 * @typedef {object} Settings
 * @property {string} host address to listen on
 * @property {number} port 0 = any free one
 * @property {string | undefined} origin public address of the site, without a path
 * @property {boolean} isLocal true if HOST and APP_ORIGIN are both loopback, which sample accounts
 *   require
 * @property {string | undefined} databaseUrl
 * @property {string | undefined} dataDir
 * @property {string | undefined} authSecret
 * @property {boolean | undefined} sampleData SAMPLE_DATA; undefined = not set
 * @property {string | undefined} samplePassword
 */

/** The root of the clone. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** @throws {Refusal} on a Node too old for Next */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 9)) throw new Refusal(`Node 20.9 or newer is needed; this is ${version}.`);
}

/**
 * Adds the settings of `.env` to the environment, as Next.js does, so that launcher and site have
 * the same settings.
 * @param {string} folder
 */
export function loadEnvFile(folder) {
  const file = path.join(folder, ".env");
  if (!existsSync(file)) return;
  if (typeof process.loadEnvFile !== "function") {
    throw new Refusal("A .env file needs Node 20.12 or newer; put the settings into the environment instead.");
  }
  process.loadEnvFile(file);
}

/**
 * @param {Record<string, string | undefined>} env an empty value counts as not set
 * @returns {Settings}
 * @throws {Refusal} with the first wrong setting
 */
export function readSettings(env) {
  const host = env.HOST || "127.0.0.1";
  const origin = readOrigin(env.APP_ORIGIN);
  const isHostLocal = isLoopback(host);
  if (!isHostLocal && !origin) {
    throw new Refusal(`HOST=${host} can be reached from other machines: set APP_ORIGIN to the site's public address.`);
  }
  oneOf("NODE_ENV", env.NODE_ENV, ["development", "production", "test"]);
  refuseRelative("AUDIT_ANCHOR_FILE", env.AUDIT_ANCHOR_FILE);
  return {
    host,
    port: readPort(env.PORT),
    origin: origin?.origin,
    isLocal: isHostLocal && (!origin || isLoopback(origin.hostname)),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL),
    dataDir: env.DATA_DIR || undefined,
    authSecret: readAuthSecret(env.AUTH_SECRET),
    sampleData: env.SAMPLE_DATA ? oneOf("SAMPLE_DATA", env.SAMPLE_DATA, ["0", "1"]) === "1" : undefined,
    samplePassword: readSamplePassword(env.SAMPLE_PASSWORD),
  };
}

/** @param {string} host name or address, IPv6 with or without brackets */
export function isLoopback(host) {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

/** @param {string | undefined} value */
function readPort(value) {
  if (!value) return 3000;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) throw new Refusal(`PORT=${value} is not a port number (0 to 65535).`);
  return port;
}

/** @param {string | undefined} value */
function readOrigin(value) {
  if (!value) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || (value !== url.origin && value !== `${url.origin}/`)) {
    throw new Refusal(`APP_ORIGIN=${value} is not an origin like https://tracker.example.org (no path, no user).`);
  }
  return url;
}

/** @param {string | undefined} value not repeated in the message, because it contains a password */
function readDatabaseUrl(value) {
  if (!value) return undefined;
  if (!URL.canParse(value) || !/^postgres(ql)?:$/.test(new URL(value).protocol)) {
    throw new Refusal("DATABASE_URL is not an address like postgres://user:password@host:5432/database.");
  }
  return value;
}

/** @param {string | undefined} value */
function readAuthSecret(value) {
  if (!value) return undefined;
  if (value.length < 32)
    throw new Refusal("AUTH_SECRET is too short: 32 characters or more (openssl rand -base64 33).");
  if (new Set(value).size < 10 || /change.?me|secret|example|default|password/i.test(value)) {
    throw new Refusal("AUTH_SECRET can be guessed: use random characters (openssl rand -base64 33).");
  }
  return value;
}

/** @param {string | undefined} value */
function readSamplePassword(value) {
  if (!value) return undefined;
  if (value.length < 8) throw new Refusal("SAMPLE_PASSWORD is too short: 8 characters or more.");
  return value;
}

/**
 * @param {string} name
 * @param {string | undefined} value
 */
function refuseRelative(name, value) {
  if (value && !path.isAbsolute(value)) throw new Refusal(`${name}=${value} is not the whole path of a file.`);
}

/**
 * @param {string} name
 * @param {string | undefined} value
 * @param {string[]} allowed
 */
function oneOf(name, value, allowed) {
  if (value && !allowed.includes(value)) throw new Refusal(`${name}=${value} is not one of ${allowed.join(", ")}.`);
  return value;
}
