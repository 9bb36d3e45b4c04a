import "server-only";
import { createHash } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";
import { gzipSync } from "node:zlib";

/**
 * The end of a backup: a gzip member of its own, with the SHA-256 of every byte before it. The hash
 * is over the file and not over its text, because some bits of a gzip file may change without
 * changing what it says.
 */
export function sealOf(sha256: string): Buffer {
  const seal = gzipSync(`sha256 ${sha256}\n`, { level: 0 });
  // Which system wrote it: the same everywhere, so that a seal can be compared byte by byte.
  seal[9] = 255;
  return seal;
}

export const sealSize = sealOf("0".repeat(64)).length;

/** Passes a backup on to its file and adds the seal. */
export class Seal extends Transform {
  private readonly hash = createHash("sha256");

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    done(null, sealOf(this.hash.digest("hex")));
  }
}
