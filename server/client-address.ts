import "server-only";
import { isIP } from "node:net";
import { env } from "@/env";

/**
 * The client's address. X-Forwarded-For is believed only as far as it was written by the proxies named in TRUSTED_PROXIES:
 * read from the right, the first address that is not one of them. Without such proxies every request shares "direct", because
 * Next does not hand the socket's address to its handlers.
 */
export function clientAddress(headers: Headers): string {
  const trusted = new Set(
    env()
      .TRUSTED_PROXIES.split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  );
  if (trusted.size === 0) return "direct";
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  const client = hops.reverse().find((hop) => isIP(hop) !== 0 && !trusted.has(hop));
  return client ?? "direct";
}
