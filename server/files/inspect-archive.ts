import "server-only";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";

const megabyte = 1024 * 1024;
/**
 * What an archive may unpack to. A small part may be as regular as it likes: slides of one template
 * and empty notes shrink to a hundredth. The number of parts limits only the time that reading
 * their list takes.
 */
const limits = { parts: 20_000, totalBytes: 256 * megabyte, regularBytes: 4 * megabyte, ratio: 200 } as const;
/** The largest part that is read to tell what the archive is. */
const readable = megabyte;

export type ArchiveFault = "FILE_MACROS" | "FILE_ENCRYPTED" | "FILE_UNPACKS_TOO_LARGE" | "FILE_DAMAGED";

/** What is wrong with an office document, or its media type; neither for any other archive. */
export type Inspected = { fault: ArchiveFault | null; mediaType: string | null };

class Fault extends Error {
  constructor(readonly code: ArchiveFault) {
    super(code);
  }
}

/**
 * Inspects an office document (a zip archive) before it is stored: its list of parts, and the two
 * parts that tell what it is. Nothing else is unpacked.
 */
export async function inspectArchive(bytes: Buffer): Promise<Inspected> {
  try {
    const archive = await open(bytes);
    const told = new Map<string, string>();
    for await (const entry of partsOf(archive)) {
      const known = tellingParts.has(entry.fileName) && entry.uncompressedSize <= readable;
      if (known) told.set(entry.fileName, await read(archive, entry));
    }
    return { fault: faultIn(told), mediaType: mediaTypeIn(told) };
  } catch (error) {
    // yauzl itself refuses archives that are broken, overlap, or have names that lead out of the
    // archive.
    return { fault: error instanceof Fault ? error.code : "FILE_DAMAGED", mediaType: null };
  }
}

const contentTypes = "[Content_Types].xml";
const manifest = "META-INF/manifest.xml";
const tellingParts = new Set([contentTypes, manifest, "mimetype"]);

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true };
    fromBuffer(bytes, options, (error, archive) => (archive ? resolve(archive) : reject(error)));
  });
}

/** The parts, one after the other, until one is at fault. */
async function* partsOf(archive: ZipFile): AsyncGenerator<Entry> {
  if (archive.entryCount > limits.parts) throw new Fault("FILE_UNPACKS_TOO_LARGE");
  let total = 0;
  for (let entry = await next(archive); entry; entry = await next(archive)) {
    total += entry.uncompressedSize;
    if (total > limits.totalBytes || isBomb(entry)) throw new Fault("FILE_UNPACKS_TOO_LARGE");
    if ((entry.generalPurposeBitFlag & 1) === 1) throw new Fault("FILE_ENCRYPTED");
    if (/(^|\/)vba\w*\.bin$|(^|\/)Basic\/|(^|\/)Scripts\//i.test(entry.fileName)) throw new Fault("FILE_MACROS");
    yield entry;
  }
}

function isBomb({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > limits.regularBytes && uncompressedSize > limits.ratio * Math.max(compressedSize, 1);
}

function next(archive: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      archive.removeAllListeners();
      act();
    };
    archive.once("error", (error) => settle(() => reject(error)));
    archive.once("end", () => settle(() => resolve(null)));
    archive.once("entry", (entry: Entry) => settle(() => resolve(entry)));
    archive.readEntry();
  });
}

function read(archive: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => {
      if (!stream) return reject(error);
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("error", reject);
      stream.on("end", () => resolve(Buffer.concat(pieces).toString("utf8")));
    });
  });
}

function faultIn(told: ReadonlyMap<string, string>): ArchiveFault | null {
  // LibreOffice encrypts the content of each part and names it in the list.
  if (/<[\w:]*encryption-data\b/.test(told.get(manifest) ?? "")) return "FILE_ENCRYPTED";
  return /macroEnabled/i.test(told.get(contentTypes) ?? "") ? "FILE_MACROS" : null;
}

function mediaTypeIn(told: ReadonlyMap<string, string>): string | null {
  const types = [...(told.get(contentTypes) ?? "").matchAll(/\bContentType\s*=\s*["']([^"']+)["']/g)];
  const main = types.map(([, type = ""]) => type).find((type) => type.endsWith(".main+xml"));
  return main?.replace(/\.main\+xml$/, "") ?? told.get("mimetype")?.trim() ?? null;
}
