/** A range of addresses: one address, or those that share its first bits. */
export type AddressRange = { readonly groups: readonly number[]; readonly bits: number; readonly isV4: boolean };

const v4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
/** An IPv4 address among those of IPv6 stands behind these groups (RFC 4291, 2.5.5.2). */
const mapped = [0, 0, 0, 0, 0, 0xffff];

function v4Groups(text: string): number[] | null {
  const parts = v4.exec(text)?.slice(1) ?? [];
  // 010 is eight to some readers and ten to others.
  if (parts.length === 0 || parts.some((part) => Number(part) > 255 || /^0\d/.test(part))) return null;
  const [a = 0, b = 0, c = 0, d = 0] = parts.map(Number);
  return [...mapped, a * 256 + b, c * 256 + d];
}

/**
 * Every form of IPv6 is understood by the platform, which writes it in the shortest one (RFC 5952).
 */
function v6Groups(text: string): number[] | null {
  const plain = text.replace(/%[\w.~-]+$/, "");
  if (!plain.includes(":") || !/^[\da-f:.]+$/i.test(plain) || !URL.canParse(`http://[${plain}]`)) return null;
  const [head = "", tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const [first, last] = [head, tail ?? ""].map((half) => (half === "" ? [] : half.split(":")));
  const gap = 8 - (first?.length ?? 0) - (last?.length ?? 0);
  return [...(first ?? []), ...Array<string>(gap).fill("0"), ...(last ?? [])].map((group) =>
    Number.parseInt(group, 16),
  );
}

/**
 * The eight groups of 16 bits of an address, IPv4 as mapped into IPv6; null for anything else. A
 * zone id is left out.
 */
function groupsOf(text: string): number[] | null {
  return v4Groups(text) ?? v6Groups(text);
}

const isMapped = (groups: readonly number[]) => mapped.every((group, place) => groups[place] === group);

function textOf(groups: readonly number[]): string {
  const [high = 0, low = 0] = groups.slice(6);
  if (isMapped(groups)) return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  const long = groups.map((group) => group.toString(16)).join(":");
  return new URL(`http://[${long}]`).hostname.slice(1, -1);
}

/**
 * An address in its one normal form, IPv4 mapped into IPv6 as IPv4, without a zone id; null for
 * what is none.
 */
export function normalAddress(text: string): string | null {
  const groups = groupsOf(text);
  return groups && textOf(groups);
}

/**
 * Is it known from where? Nothing is, of what was done on the machine itself; older rows hold other
 * words for that.
 */
export function isAddress(text: string | null): text is string {
  return text !== null && groupsOf(text) !== null;
}

/**
 * The address that stands in an entry of `X-Forwarded-For`: alone or with a port, IPv6 in brackets
 * or without.
 * @returns its normal form; null for anything else, such as `unknown`, `unix:` or a name
 */
export function forwardedAddress(entry: string): string | null {
  const [, bracketed] = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(entry) ?? [];
  if (bracketed !== undefined) return bracketed.includes(":") ? normalAddress(bracketed) : null;
  const [, alone] = /^([\d.]+):\d{1,5}$/.exec(entry) ?? [];
  return normalAddress(alone ?? entry);
}

/**
 * A range as `192.0.2.1`, `10.0.0.0/8` or `2001:db8::/32`.
 * @returns null for what is none; also for one of no fixed bits, which holds everybody
 */
export function addressRange(text: string): AddressRange | null {
  const [, address = "", length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const groups = groupsOf(address);
  if (!groups) return null;
  const isV4 = isMapped(groups);
  const most = v4.test(address) ? 32 : 128;
  const bits = 128 - most + Number(length ?? most);
  const fewest = isV4 ? 97 : 1;
  return bits < fewest || bits > 128 ? null : { groups, bits, isV4 };
}

/** Is this address one of the range? A range of IPv6 holds no address of IPv4. */
export function isInRange(address: string, range: AddressRange): boolean {
  const groups = groupsOf(address);
  if (!groups || isMapped(groups) !== range.isV4) return false;
  return groups.every((group, place) => {
    const shift = 16 - Math.min(16, Math.max(0, range.bits - place * 16));
    return group >> shift === (range.groups[place] ?? 0) >> shift;
  });
}

/**
 * The network that one household or office of IPv6 has to itself, which gives it endless addresses;
 * IPv4 as it is.
 */
export function networkOf(address: string): string {
  const groups = groupsOf(address);
  if (!groups) return address;
  return isMapped(groups) ? textOf(groups) : `${textOf([...groups.slice(0, 4), 0, 0, 0, 0])}/64`;
}
