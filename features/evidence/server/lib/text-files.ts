import "server-only";

/** Readers look for the head of a PDF in so many of its first bytes. */
const pdfHeadWithin = 1_024;
/** Where the first lines of a mail are looked for. */
const mailHeadWithin = 8_192;

const markup = /^\s*<(!|\?|[a-z])/i;

/** True for UTF-8 without control characters that no browser would take for HTML or XML. */
export function isPlainText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !/(?![\t\n\r\f])\p{Cc}/u.test(text) && !markup.test(text);
  } catch {
    return false;
  }
}

/** True for a PDF that begins later: after a line break, or after the head of a part of a mail. */
export function isPdf(bytes: Buffer): boolean {
  const head = bytes.subarray(0, pdfHeadWithin).indexOf("%PDF-");
  return head >= 0 && !markup.test(bytes.toString("latin1", 0, head).replace(/^\xef\xbb\xbf/, ""));
}

const field = /^[!-9;-~]+:/;
const known = /^(from|to|date|subject|received|return-path|message-id|mime-version|delivered-to):/im;

/** True for a mail as programs save it: lines of a head, of which one is known, without NUL. */
export function isMail(bytes: Buffer): boolean {
  const start = bytes.toString("latin1", 0, mailHeadWithin).replace(/^(\xef\xbb\xbf)?\s*(From .*\r?\n)?/, "");
  const [head = ""] = start.split(/\r?\n\r?\n/, 1);
  return field.test(head) && known.test(head) && !bytes.includes(0);
}
