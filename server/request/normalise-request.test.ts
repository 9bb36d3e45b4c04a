import { expect, it } from "vitest";
import { mendRequestLine } from "./normalise-request";

const mended = (method: string, url: string) => {
  const request = { method, url, headers: { host: "127.0.0.1:3000" } };
  mendRequestLine(request);
  return request;
};

it("leaves an ordinary request unchanged", () => {
  for (const [method, url] of [
    ["GET", "/activities?q=http://other.example"],
    ["POST", "//twice"],
  ] as const) {
    expect(mended(method, url)).toEqual({ method, url, headers: { host: "127.0.0.1:3000" } });
  }
});

it("turns TRACE into a method that is refused", () => {
  expect(mended("TRACE", "/").method).toBe("OPTIONS");
});

it("takes the host of an absolute address as the requested host", () => {
  expect(mended("GET", "http://evil.example/plans?a=b")).toEqual({
    method: "GET",
    url: "/plans?a=b",
    headers: { host: "evil.example" },
  });
  expect(mended("OPTIONS", "*")).toEqual({ method: "OPTIONS", url: "/", headers: { host: "" } });
  expect(mended("GET", "no address")).toEqual({ method: "GET", url: "/", headers: { host: "" } });
});
