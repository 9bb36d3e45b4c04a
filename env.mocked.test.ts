import { beforeEach, expect, test, vi } from "vitest";
import { env } from "./env";

const good = {
  DATABASE_URL: "postgres://tracker@127.0.0.1:5432/tracker",
  AUTH_SECRET: "a secret that is long enough to be one",
};

beforeEach(() => {
  delete (globalThis as { __env?: unknown }).__env;
  vi.unstubAllEnvs();
  for (const name of [
    "DATABASE_URL",
    "AUTH_SECRET",
    "APP_ORIGIN",
    "PORT",
    "SMTP_URL",
    "MAIL_FROM",
    "LOG_LEVEL",
    "TRUSTED_PROXIES",
  ]) {
    vi.stubEnv(name, undefined);
  }
});

const read = async (settings: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return env();
};

test("the two required settings are enough", async () => {
  expect(await read(good)).toMatchObject({
    HOST: "127.0.0.1",
    PORT: 3000,
    SESSION_IDLE_S: 1800,
    SESSION_MAX_S: 43_200,
  });
});

test.each([
  [{ DATABASE_URL: good.DATABASE_URL }, "AUTH_SECRET"],
  [{ ...good, AUTH_SECRET: "short" }, "AUTH_SECRET"],
  [{ AUTH_SECRET: good.AUTH_SECRET }, "DATABASE_URL"],
  [{ ...good, DATABASE_URL: "mysql://elsewhere" }, "DATABASE_URL"],
  [{ ...good, APP_ORIGIN: "ftp://tracker.example.org" }, "APP_ORIGIN"],
  [{ ...good, PORT: "70000" }, "PORT"],
  [{ ...good, SESSION_IDLE_S: "-1" }, "SESSION_IDLE_S"],
  [{ ...good, SAMPLE_DATA: "yes" }, "SAMPLE_DATA"],
  [{ ...good, METRICS_OPEN: "true" }, "METRICS_OPEN"],
  [{ ...good, SMTP_URL: "smtp://mail.example" }, "MAIL_FROM"],
  [{ ...good, LOG_LEVEL: "loud" }, "LOG_LEVEL"],
  [{ ...good, AUDIT_ANCHOR_FILE: "elsewhere/end.json" }, "AUDIT_ANCHOR_FILE"],
])("%j is refused in one line that names %s and no value", async (settings, name) => {
  const refusal = await read(settings).catch((error: Error) => error.message);
  expect(refusal).toMatch(new RegExp(`^Settings: .*\\b${name}: `));
  expect(refusal).not.toMatch(/\n|mysql:\/\/|elsewhere|short$/);
});

test("trusted proxies are addresses and ranges, and empty without the setting", async () => {
  expect((await read(good)).TRUSTED_PROXIES).toEqual([]);
  delete (globalThis as { __env?: unknown }).__env;
  const { TRUSTED_PROXIES } = await read({ ...good, TRUSTED_PROXIES: " 127.0.0.1, 10.0.0.0/8,2001:db8::/32 ,::1," });
  expect(TRUSTED_PROXIES.map(({ bits }) => bits)).toEqual([128, 104, 32, 128]);
});

test.each(["localhost", "10.0.0.0/33", "127.0.0.1 10.0.0.1", "0.0.0.0/0", "10.0.0.*"])(
  "%s is not accepted as a trusted proxy, and the refusal names it in one line",
  async (entry) => {
    const refusal = await read({ ...good, TRUSTED_PROXIES: `127.0.0.1,${entry}` }).catch(
      (error: Error) => error.message,
    );
    expect(refusal).toMatch(/^Settings: TRUSTED_PROXIES: .*$/);
    expect(refusal).toContain(`"${entry}"`);
  },
);
