import { beforeEach, describe, expect, it, vi } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "./security-headers";

const settings = vi.hoisted(() => ({
  NODE_ENV: "production",
  PORT: 3000,
  APP_ORIGIN: undefined as string | undefined,
}));
vi.mock("@/env", () => ({ env: () => settings }));

beforeEach(() => Object.assign(settings, { NODE_ENV: "production", APP_ORIGIN: undefined }));

const rulesOf = (policy: string) =>
  Object.fromEntries(policy.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1).join(" ")]));

describe("the policy", () => {
  it("runs scripts with this answer's nonce only", () => {
    const rules = rulesOf(contentSecurityPolicy("abc"));
    expect(rules["script-src"]).toBe("'self' 'nonce-abc' 'strict-dynamic'");
    expect(rules["style-src"]).toBe("'self' 'nonce-abc'");
  });

  it("allows no plug-ins, no base, no framing, no foreign form target", () => {
    expect(rulesOf(contentSecurityPolicy("abc"))).toMatchObject({
      "default-src": "'self'",
      "object-src": "'none'",
      "base-uri": "'none'",
      "frame-ancestors": "'none'",
      "form-action": "'self'",
      "connect-src": "'self'",
    });
  });

  it("is looser for the development server alone", () => {
    expect(contentSecurityPolicy("abc")).not.toContain("unsafe-eval");
    settings.NODE_ENV = "development";
    expect(contentSecurityPolicy("abc")).toContain("'unsafe-eval'");
  });
});

describe("transport security", () => {
  it("is sent only if the site is https: at least a year, with subdomains", () => {
    expect(securityHeaders("abc")["Strict-Transport-Security"]).toBeUndefined();
    settings.APP_ORIGIN = "https://tracker.example.org";
    const hsts = securityHeaders("abc")["Strict-Transport-Security"] ?? "";
    expect(Number(/max-age=(\d+)/.exec(hsts)?.[1])).toBeGreaterThanOrEqual(31_536_000);
    expect(hsts).toContain("includeSubDomains");
  });
});

it("browsers still send Origin with form posts: the referrer policy is same-origin, not no-referrer", () => {
  expect(securityHeaders("abc")["Referrer-Policy"]).toBe("same-origin");
});
