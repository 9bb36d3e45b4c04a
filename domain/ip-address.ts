/** A range of addresses: all that share its first bits. */
export type AddressRange = { readonly groups: readonly number[]; readonly bits: number; readonly isV4: boolean };

const v4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
/** IPv6 addresses that contain an IPv4 address begin with these groups (RFC 4291, 2.5.5.2). */
const mapped = [0, 0, 0, 0, 0, 0xffff];

function v4Groups(text: string): number[] | null {
  const parts = v4.exec(text)?.slice(1) ?? [];
  // Leading zeros are ambiguous: some programs read 010 as octal.
  if (parts.length === 0 || parts.some((part) => Number(part) > 255 || /^0\d/.test(part))) return null;
  const [a = 0, b = 0, c = 0, d = 0] = parts.map(Number);
  return [...mapped, a * 256 + b, c * 256 + d];
}

/** The platform's URL parser accepts every form of IPv6 and writes the shortest one (RFC 5952). */
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
 * The eight 16-bit groups of an address; IPv4 is mapped into IPv6. A zone id is dropped.
 * @returns null for anything else
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
 * The one normal form of an address: IPv4 mapped into IPv6 becomes IPv4, a zone id is dropped.
 * @returns null if it is none
 */
export function normalAddress(text: string): string | null {
  const groups = groupsOf(text);
  return groups && textOf(groups);
}

/**
 * True if the address is known. Acts on the machine itself have none, and older rows hold other
 * words for that.
 */
export function isAddress(text: string | null): text is string {
  return text !== null && groupsOf(text) !== null;
}

/**
 * The address in an entry of `X-Forwarded-For`: with or without a port, IPv6 with or without
 * brackets.
 * @returns its normal form; null for anything else, such as `unknown`, `unix:` or a name
 */
export function forwardedAddress(entry: string): string | null {
  const [, bracketed] = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(entry) ?? [];
  if (bracketed !== undefined) return bracketed.includes(":") ? normalAddress(bracketed) : null;
  const [, alone] = /^([\d.]+):\d{1,5}$/.exec(entry) ?? [];
  return normalAddress(alone ?? entry);
}

/**
 * Parses a range such as `192.0.2.1`, `10.0.0.0/8` or `2001:db8::/32`.
 * @returns null if it is none, and for a range of zero bits, which would match every address
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

/** True if the address is in the range. An IPv6 range contains no IPv4 address. */
export function isInRange(address: string, range: AddressRange): boolean {
  const groups = groupsOf(address);
  if (!groups || isMapped(groups) !== range.isV4) return false;
  return groups.every((group, place) => {
    const shift = 16 - Math.min(16, Math.max(0, range.bits - place * 16));
    return group >> shift === (range.groups[place] ?? 0) >> shift;
  });
}

/**
 * The network by which an address is counted: IPv6 by its /64, because one customer has that many
 * addresses; IPv4 as it is.
 */
export function networkOf(address: string): string {
  const groups = groupsOf(address);
  if (!groups) return address;
  return isMapped(groups) ? textOf(groups) : `${textOf([...groups.slice(0, 4), 0, 0, 0, 0])}/64`;
}
