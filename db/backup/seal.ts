import "server-only";
import { createHash } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";
import { gzipSync } from "node:zlib";

/**
 * The end of a backup: a separate gzip member with the SHA-256 of every byte before it. The hash
 * covers the file and not its text, because some bits of a gzip file can change without changing
 * the text.
 */
export function sealOf(sha256: string): Buffer {
  const seal = gzipSync(`sha256 ${sha256}\n`, { level: 0 });
  // The gzip byte for the operating system: fixed, so that a seal can be compared byte by byte.
  seal[9] = 255;
  return seal;
}

export const sealSize = sealOf("0".repeat(64)).length;

/** Passes the bytes of a backup through and appends the seal. */
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
