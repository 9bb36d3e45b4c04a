import { beforeEach, describe, expect, it, vi } from "vitest";
import { isHttps, isLoopbackOnly, isOwnHost, isSameOrigin, ownOrigins, publicOrigin, sayOwnAddress } from "./origins";

const settings = vi.hoisted(() => ({ HOST: "127.0.0.1", PORT: 3000, APP_ORIGIN: undefined as string | undefined }));
vi.mock("@/env", () => ({ env: () => settings }));

const abroad = "https://tracker.example.org";

beforeEach(() => Object.assign(settings, { HOST: "127.0.0.1", PORT: 3000, APP_ORIGIN: undefined }));

describe("own origins", () => {
  it("are the loopback names at the port unless APP_ORIGIN is set", () => {
    expect(ownOrigins()).toEqual(["http://127.0.0.1:3000", "http://localhost:3000", "http://[::1]:3000"]);
    expect(isHttps()).toBe(false);
    settings.APP_ORIGIN = `${abroad}/somewhere`;
    expect(ownOrigins()).toEqual([abroad]);
    expect(publicOrigin()).toBe(abroad);
    expect(isHttps()).toBe(true);
  });
});

describe("the Host header", () => {
  it.each(["127.0.0.1:3000", "localhost:3000", "LOCALHOST:3000", "[::1]:3000"])("%s is ours on loopback", (host) => {
    expect(isOwnHost(host)).toBe(true);
  });

  it.each([null, "", "evil.example", "localhost", "localhost:3001", "127.0.0.1:3000.evil.example", "0.0.0.0:3000"])(
    "%s is not ours",
    (host) => {
      expect(isOwnHost(host)).toBe(false);
    },
  );

  it("must be the public name behind a proxy", () => {
    settings.APP_ORIGIN = abroad;
    expect(isOwnHost("tracker.example.org")).toBe(true);
    expect(isOwnHost("localhost:3000")).toBe(false);
    expect(isOwnHost("tracker.example.org:8443")).toBe(false);
  });

  it.each(["tracker.example.org:443", "tracker.example.org.", "Tracker.Example.org.:443", "tracker.example.org:"])(
    "%s is the same host",
    (host) => {
      settings.APP_ORIGIN = abroad;
      expect(isOwnHost(host)).toBe(true);
      const headers = new Headers({ host, origin: `https://${host}` });
      expect(isSameOrigin(headers)).toBe(true);
      sayOwnAddress(headers);
      expect([headers.get("x-forwarded-host"), headers.get("origin")]).toEqual(["tracker.example.org", abroad]);
    },
  );

  it.each([
    ...[
      "tracker.example.org:80",
      "tracker.example.org..",
      ".",
      ":443",
      "tracker.example.org:443.",
      "a@tracker.example.org",
    ],
    ...["tracker.example.org:443:443", "tracker.example.org/", "tracker.example.org:0443", "[tracker.example.org]"],
  ])("%s is another host", (host) => {
    settings.APP_ORIGIN = abroad;
    expect(isOwnHost(host)).toBe(false);
    expect(isSameOrigin(new Headers({ origin: `https://${host}` }))).toBe(false);
  });

  it("has port 80 of its own where the origin is plain HTTP", () => {
    settings.APP_ORIGIN = "http://intern.example";
    expect(["intern.example:80", "intern.example", "intern.example:443"].map(isOwnHost)).toEqual([true, true, false]);
    expect(isSameOrigin(new Headers({ origin: "https://intern.example" }))).toBe(false);
  });
});

describe("an unsafe request", () => {
  const from = (headers: Record<string, string>) => isSameOrigin(new Headers(headers));

  it("is ours if its Origin is ours", () => {
    expect(from({ origin: "http://localhost:3000" })).toBe(true);
    expect(from({ origin: "http://localhost:3000", "sec-fetch-site": "cross-site" })).toBe(true);
  });

  it.each(["https://evil.example", "null", "", "http://localhost:3001", "https://localhost:3000", "http://localhost"])(
    "is not ours with Origin %s, whatever Sec-Fetch-Site says",
    (origin) => {
      expect(from({ origin })).toBe(false);
      expect(from({ origin, "sec-fetch-site": "same-origin" })).toBe(false);
    },
  );

  it("without Origin is decided by Sec-Fetch-Site, and without both refused", () => {
    expect(from({ "sec-fetch-site": "same-origin" })).toBe(true);
    for (const site of ["same-site", "cross-site", "none", ""]) expect(from({ "sec-fetch-site": site })).toBe(false);
    expect(from({})).toBe(false);
    expect(from({ referer: "http://localhost:3000/" })).toBe(false);
  });
});

describe("the site is local", () => {
  it("if HOST and APP_ORIGIN are both loopback", () => {
    const isHome = (HOST: string, APP_ORIGIN?: string) => {
      Object.assign(settings, { HOST, APP_ORIGIN });
      return isLoopbackOnly();
    };
    expect(isHome("127.0.0.1")).toBe(true);
    expect(isHome("::1", "http://localhost:3000")).toBe(true);
    expect(isHome("0.0.0.0")).toBe(false);
    expect(isHome("127.0.0.1", abroad)).toBe(false);
    expect(isHome("192.168.1.7", "http://localhost:3000")).toBe(false);
  });
});
