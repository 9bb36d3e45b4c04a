import "server-only";

/** The first bytes of an OLE file: documents of Office before 2007, and messages of Outlook. */
const signature = Buffer.from("d0cf11e0a1b11ae1", "hex");
const sectorEnd = 0xffff_fffa;
const entryBytes = 128;
/** More than any document has; a damaged file may lead round in a circle. */
const mostSectors = 20_000;

export const isOle = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(signature);

/**
 * The names of the streams and folders in an OLE file, wherever in it they are ([MS-CFB]).
 * @returns null if the file is damaged
 */
export function oleNames(bytes: Buffer): Set<string> | null {
  try {
    const size = 1 << bytes.readUInt16LE(30);
    if (size !== 512 && size !== 4096) return null;
    const table = tableOf(bytes, size);
    const names = new Set<string>();
    for (const start of chainFrom(bytes.readUInt32LE(48), table)) {
      for (let at = 0; at < size; at += entryBytes) addName(names, bytes, (start + 1) * size + at);
    }
    return names.size > 0 ? names : null;
  } catch {
    return null;
  }
}

/** Reads the sector that follows a sector, from the tables that the head of the file lists. */
function tableOf(bytes: Buffer, size: number): (sector: number) => number {
  const perSector = size / 4;
  const tables: number[] = [];
  for (let at = 76; at < 512; at += 4) tables.push(bytes.readUInt32LE(at));
  let more = bytes.readUInt32LE(68);
  for (let steps = 0; more < sectorEnd && steps < mostSectors; steps += 1) {
    const start = (more + 1) * size;
    for (let index = 0; index < perSector - 1; index += 1) tables.push(bytes.readUInt32LE(start + index * 4));
    more = bytes.readUInt32LE(start + size - 4);
  }
  return (sector) => {
    const table = tables[Math.floor(sector / perSector)] ?? sectorEnd;
    return bytes.readUInt32LE((table + 1) * size + (sector % perSector) * 4);
  };
}

function* chainFrom(first: number, next: (sector: number) => number): Generator<number> {
  for (let sector = first, steps = 0; sector < sectorEnd && steps < mostSectors; sector = next(sector), steps += 1)
    yield sector;
}

function addName(names: Set<string>, bytes: Buffer, at: number): void {
  const length = bytes.readUInt16LE(at + 64);
  const isUsed = bytes.readUInt8(at + 66) !== 0 && length >= 2 && length <= 64;
  if (isUsed) names.add(bytes.toString("utf16le", at, at + length - 2));
}
