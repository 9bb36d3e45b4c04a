import { afterEach, describe, expect, it, vi } from "vitest";

const now = new Date("2026-03-01T08:00:00.123Z");

/** Settings are read once per process, so each case loads the modules again. */
async function textWith(settings: Record<string, string>): Promise<string> {
  vi.resetModules();
  delete (globalThis as { __env?: unknown }).__env;
  const needed = { DATABASE_URL: "postgres://x/y", AUTH_SECRET: "x".repeat(32), PORT: "3000" };
  for (const [name, value] of Object.entries({ ...needed, ...settings })) vi.stubEnv(name, value);
  const { securityText } = await import("./security-text");
  return securityText(now);
}

afterEach(() => vi.unstubAllEnvs());

describe("security.txt", () => {
  it("has the fields that RFC 9116 requires, each once, on separate lines", async () => {
    const text = await textWith({
      APP_ORIGIN: "https://tracker.example.org",
      SECURITY_CONTACT: "mailto:cert@example.org",
    });
    expect(text).toBe(
      [
        "Contact: mailto:cert@example.org",
        "Expires: 2026-08-28T08:00:00Z",
        "Preferred-Languages: en, lo",
        "Canonical: https://tracker.example.org/.well-known/security.txt",
        "",
      ].join("\r\n"),
    );
  });

  it("names no e-mail address if none is set", async () => {
    const text = await textWith({ APP_ORIGIN: "https://tracker.example.org" });
    expect(text).toContain("Contact: https://tracker.example.org/sign-in\r\n");
    expect(text).not.toContain("@");
  });

  it("refuses an invalid contact", async () => {
    await expect(textWith({ SECURITY_CONTACT: "javascript:alert(1)" })).rejects.toThrow("SECURITY_CONTACT");
  });
});

describe("the session cookie", () => {
  it.each([
    ["https://tracker.example.org", "__Host-aat-session"],
    ["http://127.0.0.1:3000", "aat-session"],
  ])("of %s is called %s", async (origin, name) => {
    await textWith({ APP_ORIGIN: origin });
    const { sessionCookieName } = await import("../auth/session-cookie");
    expect(sessionCookieName()).toBe(name);
  });
});
