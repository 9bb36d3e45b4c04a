import "server-only";

/** One field of a form, as it occurs in the body. */
export type Part = { name: string; isFile: boolean; content: Buffer };

const headLimit = 4_096;

/**
 * Reads a multipart body far enough to check it: the names, and where their contents are. Much
 * cheaper than decoding it, and strict, because all browsers write it in the same way.
 * @param type the content type, with its boundary
 * @param most the largest number of parts
 * @returns null if the body is incomplete, has more parts or is written differently
 */
export function readParts(body: Buffer, type: string, most: number): Part[] | null {
  const { parts, isWhole } = scanParts(body, type, most);
  return isWhole ? parts : null;
}

/** The parts that are complete in the beginning of a body. */
export function leadingParts(body: Buffer, type: string, most: number): Part[] {
  return scanParts(body, type, most).parts;
}

function scanParts(body: Buffer, type: string, most: number): { parts: Part[]; isWhole: boolean } {
  const parts: Part[] = [];
  const broken = { parts, isWhole: false };
  const boundary = /;\s*boundary=(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(type);
  if (!boundary) return broken;
  const delimiter = `--${boundary[1] ?? boundary[2]}`;
  if (!body.subarray(0, delimiter.length).equals(Buffer.from(delimiter))) return broken;
  let at = delimiter.length;
  while (parts.length <= most) {
    const sign = body.toString("latin1", at, at + 2);
    if (sign === "--") return { parts, isWhole: true };
    const headEnd = sign === "\r\n" ? body.indexOf("\r\n\r\n", at) : -1;
    const end = headEnd < 0 ? -1 : body.indexOf(`\r\n${delimiter}`, headEnd + 2);
    const named = end < 0 || headEnd - at > headLimit ? null : nameIn(body.toString("utf8", at, headEnd));
    if (!named) return broken;
    parts.push({ ...named, content: body.subarray(headEnd + 4, Math.max(end, headEnd + 4)) });
    at = end + 2 + delimiter.length;
  }
  return broken;
}

function nameIn(head: string): Omit<Part, "content"> | null {
  const disposition = /\r\ncontent-disposition: *form-data *(;.*)/i.exec(head)?.[1];
  const name = disposition && /; *name="([^"\r\n]*)"/i.exec(disposition)?.[1];
  if (name === undefined || name === "") return null;
  const unescaped = name.replace(/%22/g, '"').replace(/%0D/gi, "\r").replace(/%0A/gi, "\n");
  return { name: unescaped, isFile: /; *filename\*?=/i.test(disposition ?? "") };
}
