import "server-only";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";

const megabyte = 1024 * 1024;
const limits = { entries: 200, entryBytes: 32 * megabyte, totalBytes: 64 * megabyte, ratio: 200 } as const;

/**
 * True if an office document (a zip archive) is safe to store. Only its list of parts is examined;
 * nothing is unpacked. Refuses archives that would unpack to an excessive size, are encrypted,
 * contain macros, or name parts outside of themselves.
 */
export async function isSoundArchive(bytes: Buffer): Promise<boolean> {
  try {
    return await walk(await open(bytes));
  } catch {
    // yauzl itself refuses archives that are broken, overlap, or have names that lead out of the
    // archive.
    return false;
  }
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true };
    fromBuffer(bytes, options, (error, archive) => (archive ? resolve(archive) : reject(error)));
  });
}

function walk(archive: ZipFile): Promise<boolean> {
  if (archive.entryCount > limits.entries) return Promise.resolve(false);
  let total = 0;
  return new Promise((resolve, reject) => {
    archive.on("error", reject);
    archive.on("end", () => resolve(true));
    archive.on("entry", (entry: Entry) => {
      total += entry.uncompressedSize;
      if (total > limits.totalBytes || !isSoundPart(entry)) resolve(false);
      else archive.readEntry();
    });
    archive.readEntry();
  });
}

function isSoundPart({ fileName, uncompressedSize, compressedSize, generalPurposeBitFlag }: Entry): boolean {
  const isEncrypted = (generalPurposeBitFlag & 1) === 1;
  const isMacro = /(^|\/)vba\w*\.bin$|(^|\/)Basic\/|(^|\/)Scripts\//i.test(fileName);
  const isTooLarge =
    uncompressedSize > limits.entryBytes || uncompressedSize > limits.ratio * Math.max(compressedSize, 1);
  return !isEncrypted && !isMacro && !isTooLarge;
}
