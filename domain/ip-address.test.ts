import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addressRange, forwardedAddress, isInRange, networkOf, normalAddress } from "./ip-address";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::FFFF:c000:207", "192.0.2.7"],
  ["0:0:0:0:0:ffff:192.0.2.7", "192.0.2.7"],
  ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
  ["2001:db8::0001", "2001:db8::1"],
  ["fe80::1%eth0", "fe80::1"],
  ["::", "::"],
  ["::1", "::1"],
  ["::192.0.2.7", "::c000:207"],
  ["1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"],
])("%s is the address %s", (text, normal) => {
  expect(normalAddress(text)).toBe(normal);
});

test.each([
  ["", "192.0.2", "192.0.2.256", "192.0.2.07", "1.2.3.4.5", "1.2.3.4 ", "3221225991", "0x7f.1"],
  [":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::1", "::1%", "::1]", "::1/64"],
  ["localhost", "unknown", "unix:", "[::1]", "1.2.3.4@::1", "::1#", "::1?a"],
])("%s and the like are no address", (...texts) => {
  for (const text of texts) expect(normalAddress(text), text).toBeNull();
});

test("an address of IPv6 is the same in whatever form it is written", () => {
  const group = fc.integer({ min: 0, max: 0xffff });
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
      const long = groups.map((one) => one.toString(16).padStart(4, "0")).join(":");
      const short = normalAddress(long) ?? "";
      expect(normalAddress(short)).toBe(short);
      expect(normalAddress(long.toUpperCase())).toBe(short);
    }),
  );
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["192.0.2.7:567", "192.0.2.7"],
  ["[2001:db8::1]", "2001:db8::1"],
  ["[2001:db8::1]:443", "2001:db8::1"],
  ["2001:db8::1", "2001:db8::1"],
  ["[::ffff:192.0.2.7]:80", "192.0.2.7"],
  ["[fe80::1%25eth0]:80", "fe80::1"],
  ["[fe80::1%eth0]:80", "fe80::1"],
  ["192.0.2.7:", null],
  ["192.0.2.7:123456", null],
  ["[192.0.2.7]:80", null],
  ["[2001:db8::1", null],
  ["2001:db8::1]:443", null],
  ["_hidden", null],
  ["unknown", null],
  ["unix:", null],
  ["for=192.0.2.7", null],
  ["", null],
])("the entry %s holds %s", (entry, address) => {
  expect(forwardedAddress(entry)).toBe(address);
});

describe("a range", () => {
  it.each([
    ["192.0.2.1", ["192.0.2.1", "::ffff:192.0.2.1"], ["192.0.2.2", "::1"]],
    ["10.0.0.0/8", ["10.0.0.1", "10.255.255.255"], ["11.0.0.0", "9.255.255.255"]],
    ["172.16.5.4/12", ["172.16.0.1", "172.31.255.255"], ["172.32.0.0", "172.15.255.255"]],
    ["192.0.2.128/25", ["192.0.2.128", "192.0.2.255"], ["192.0.2.127"]],
    ["2001:db8::/32", ["2001:db8::1", "2001:db8:ffff::"], ["2001:db9::", "192.0.2.1"]],
    ["fd00::1", ["fd00::1", "FD00:0::1"], ["fd00::2"]],
    ["fe80::/10", ["fe80::1%eth0", "febf::1"], ["fec0::1"]],
    ["::ffff:10.0.0.0/104", ["10.1.2.3"], ["11.0.0.0", "::"]],
    ["::/1", ["1::", "7fff::"], ["8000::", "192.0.2.1"]],
  ])("%s holds what shares its first bits", (text, within, without) => {
    const range = addressRange(text);
    if (!range) throw new Error(`${text} is no range`);
    for (const address of within) expect(isInRange(address, range), address).toBe(true);
    for (const address of [...without, "unknown", ""]) expect(isInRange(address, range), address).toBe(false);
  });

  it.each([
    "",
    "/8",
    "10.0.0.0/",
    "10.0.0.0/33",
    "::/129",
    "0.0.0.0/0",
    "::/0",
    "::ffff:0.0.0.0/96",
    "10.0.0.0/8/8",
    "10.0.0",
    "localhost",
  ])("is not %j", (text) => {
    expect(addressRange(text)).toBeNull();
  });
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::", "2001:db8:1:2::/64"],
  ["::1", "::/64"],
  ["unknown", "unknown"],
])("%s counts as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
