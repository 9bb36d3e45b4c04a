import { beforeEach, describe, expect, it, test, vi } from "vitest";
import { addressBehind, clientAddress, limitKey } from "./client-address";
import { enterRequestStore } from "./request-store";

const proxies = "127.0.0.1,10.0.0.0/8,2001:db8:ffff::/48";

function trust(TRUSTED_PROXIES: string): void {
  delete (globalThis as { __env?: unknown }).__env;
  const settings = {
    DATABASE_URL: "postgres://tracker@127.0.0.1:5432/tracker",
    AUTH_SECRET: "for-tests-alone-and-long-enough-to-be-taken",
    TRUSTED_PROXIES,
  };
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
}

beforeEach(() => trust(proxies));

test.each([
  ["without a header", "10.0.0.1", null, "10.0.0.1"],
  ["from the client through one proxy", "127.0.0.1", "198.51.100.7", "198.51.100.7"],
  ["from a proxy as dual-stack sockets name it", "::ffff:127.0.0.1", "198.51.100.7", "198.51.100.7"],
  ["through two proxies", "127.0.0.1", "198.51.100.7, 10.0.0.9", "198.51.100.7"],
  ["with entries that the client has put before", "127.0.0.1", "1.1.1.1, 10.0.0.5, 198.51.100.7", "198.51.100.7"],
  ["with a port", "127.0.0.1", "198.51.100.7:56012", "198.51.100.7"],
  ["of IPv6 with a port", "127.0.0.1", "[2001:db8::7]:443", "2001:db8::7"],
  ["of IPv6 without brackets", "2001:db8:ffff::1", "2001:DB8::7", "2001:db8::7"],
  ["of IPv6 with a zone, through one of it", "2001:db8:ffff::1%eth0", "fe80::7%eth0", "fe80::7"],
  ["of IPv4 mapped into IPv6", "127.0.0.1", "::ffff:198.51.100.7", "198.51.100.7"],
  ["of none but proxies", "127.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"],
])("finds the client behind a trusted proxy: %s", (_what, peer, header, client) => {
  expect(addressBehind(peer, header)).toBe(client);
});

test.each([
  ["198.51.100.7, unknown", "127.0.0.1"],
  ["198.51.100.7, unknown, 10.0.0.2", "10.0.0.2"],
  ["198.51.100.7,", "127.0.0.1"],
  ["198.51.100.7,,10.0.0.2", "10.0.0.2"],
  ["198.51.100.7, unix:", "127.0.0.1"],
  ["198.51.100.7, 203.0.113.300", "127.0.0.1"],
  ["198.51.100.7; 203.0.113.3", "127.0.0.1"],
  ["'198.51.100.7'", "127.0.0.1"],
])("stops reading at an entry that is no address: %s", (header, client) => {
  expect(addressBehind("127.0.0.1", header)).toBe(client);
});

test.each(["198.51.100.66", "::ffff:198.51.100.66", "11.0.0.1", "2001:db8:fffe::1"])(
  "ignores the header of %s, which is no trusted proxy",
  (peer) => {
    for (const header of ["1.1.1.1", "1.1.1.1, 127.0.0.1", "127.0.0.1", "nonsense"])
      expect(addressBehind(peer, header)).toBe(peer.replace("::ffff:", ""));
  },
);

test("without trusted proxies each connection counts for itself", () => {
  trust("");
  expect(addressBehind("127.0.0.1", "198.51.100.7")).toBe("127.0.0.1");
  expect(addressBehind("198.51.100.8", null)).toBe("198.51.100.8");
  expect(addressBehind("", "198.51.100.7")).toBe("unknown");
});

describe("a request", () => {
  const begin = (remoteAddress: string) =>
    enterRequestStore({ socket: { remoteAddress }, headers: {} } as unknown as Parameters<typeof enterRequestStore>[0]);

  it("has the address of its socket, whatever its headers claim", async () => {
    begin("198.51.100.66");
    expect(clientAddress(new Headers({ "x-forwarded-for": "1.1.1.1" }))).toBe("198.51.100.66");
  });

  it("through a proxy has the address that the proxy states, in however many lines", async () => {
    begin("127.0.0.1");
    const headers = new Headers([
      ["x-forwarded-for", "1.1.1.1"],
      ["x-forwarded-for", "198.51.100.7"],
      ["x-forwarded-for", "10.0.0.3"],
    ]);
    expect(clientAddress(headers)).toBe("198.51.100.7");
  });
});

test("limits count an IPv6 network as one", () => {
  expect(limitKey("2001:db8::1")).toBe(limitKey("2001:db8::ffff:1"));
  expect(limitKey("2001:db8::1")).not.toBe(limitKey("2001:db8:0:1::1"));
  expect(limitKey("198.51.100.7")).toBe("198.51.100.7");
});
