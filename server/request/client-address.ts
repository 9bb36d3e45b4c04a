import "server-only";
import { forwardedAddress, isInRange, networkOf, normalAddress } from "@/domain/ip-address";
import { env } from "@/env";
import { requestStore } from "./request-store";

/**
 * Used outside of a request, or if its connection has ended; all such requests count as one client.
 */
const unknown = "unknown";

/**
 * The client's address for the current request: the socket's, which Next does not pass to its
 * handlers, or the one stated by trusted proxies (`addressBehind`).
 */
export function clientAddress(headers: Headers): string {
  return addressBehind(requestStore()?.peer ?? "", headers.get("x-forwarded-for"));
}

/**
 * The client behind this peer. X-Forwarded-For counts only if the peer is one of TRUSTED_PROXIES.
 * Each proxy appends its own peer, so the header is read from the right: the first address that is
 * not a trusted proxy is the client. At an entry that is not an address, the last known hop is
 * taken.
 * @param peer the socket's address
 * @param forwardedFor all lines of the header, joined by commas as Node and the platform's
 *   `Headers` join them
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

/**
 * The key by which limits count an address: for IPv6 the /64 network, of which every household has
 * one.
 */
export function limitKey(address: string): string {
  return networkOf(address);
}
