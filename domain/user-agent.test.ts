import { expect, it } from "vitest";
import { deviceOf } from "./user-agent";

const base = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";

it.each([
  [`${base} Chrome/142.0.0.0 Safari/537.36`, "Chrome", "Windows"],
  [`${base} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`, "Edge", "Windows"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox", "Linux"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
    "Safari",
    "macOS",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
    "Safari",
    "iOS",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15; SM-S921B) Chrome/142.0.0.0 Mobile SamsungBrowser/28.0",
    "Samsung Internet",
    "Android",
  ],
])("%s is %s on %s", (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system });
});

it("says nothing of what it does not know", () => {
  for (const unknown of [null, "", "curl/8.0"]) expect(deviceOf(unknown)).toEqual({ browser: null, system: null });
});
