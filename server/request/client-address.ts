import "server-only";
import { forwardedAddress, isInRange, networkOf, normalAddress } from "@/domain/ip-address";
import { env } from "@/env";
import { requestStore } from "./request-store";

/** Where no request is served, or its connection has gone already: all such count as one. */
const unknown = "unknown";

/**
 * The address of whoever sends the request that is being served: the socket's, which Next does not
 * hand to its handlers, or the one that trusted proxies tell (`addressBehind`).
 */
export function clientAddress(headers: Headers): string {
  return addressBehind(requestStore()?.peer ?? "", headers.get("x-forwarded-for"));
}

/**
 * Who is behind this peer. Its X-Forwarded-For counts only where it is one of TRUSTED_PROXIES; each
 * proxy adds its own peer at the right end, so it is read from there: the first address that is no
 * trusted proxy is the client. An entry that is no address ends the reading at the last hop that
 * was known.
 * @param peer the socket's address
 * @param forwardedFor all lines of the header, joined by commas as Node and the platform's
 * `Headers` join them
 */
export function addressBehind(peer: string, forwardedFor: string | null): string {
  const { TRUSTED_PROXIES } = env();
  const isTrusted = (address: string) => TRUSTED_PROXIES.some((range) => isInRange(address, range));
  let client = normalAddress(peer) ?? unknown;
  for (const entry of (forwardedFor ?? "").split(",").reverse()) {
    if (!isTrusted(client)) return client;
    const hop = forwardedAddress(entry.trim());
    if (hop === null) return client;
    client = hop;
  }
  return client;
}

/** What limits count an address by: IPv6 by /64, of which every household has one to itself. */
export function limitKey(address: string): string {
  return networkOf(address);
}
