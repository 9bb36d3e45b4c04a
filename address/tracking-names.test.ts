import { expect, it } from "vitest";
import { declaredAddresses } from "@/app/query-checks";
import { isTrackingName, withoutTracking } from "./tracking-names";

it.each([
  ...["fbclid", "FBCLID", "gclid", "utm_source", "utm_medium", "UTM_Campaign", "utm_id", "msclkid", "mc_cid", "_gl"],
  ...["igsh", "ttclid", "mtm_campaign", "pk_kwd", "_hsenc", "__hssc", "hsa_cam", "gad_source", "_ga"],
])("%s is a tracking name", (name) => {
  expect(isTrackingName(name)).toBe(true);
});

it("no name of a page is one", () => {
  const names = declaredAddresses.flatMap(({ parsers }) => Object.keys(parsers));
  expect([...names, "asof", "_rsc", "format", "utm", "clid"].filter(isTrackingName)).toEqual([]);
});

it("all other parameters stay in order, with their repetitions", () => {
  const left = withoutTracking(new URLSearchParams("a=1&fbclid=x&b=2&utm_source=y&a=%E0%BA%81+3"));
  expect(left?.toString()).toBe("a=1&b=2&a=%E0%BA%81+3");
  expect(withoutTracking(new URLSearchParams("a=1"))).toBeNull();
});
