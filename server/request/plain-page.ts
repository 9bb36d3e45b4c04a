import "server-only";
import type { ErrorCode } from "@/domain/errors";
import type { Locale } from "@/domain/vocabulary";
import { shownMessages } from "@/i18n/catalogue";
import { shownParams } from "@/i18n/error-params";
import { stripJoiners } from "@/i18n/lao-words";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

type PlainPage = {
  locale: Locale;
  nonce: string;
  code: ErrorCode;
  requestId: string;
  params?: Record<string, string | number>;
  /** Link to what the reader can do now. */
  way?: { label: string; href: string };
  /** Typed fields that would otherwise be lost. */
  kept?: readonly { name: string; value: string }[];
};

const style = `:root{color-scheme:light dark}body{margin:0;font:16px/1.7 "Noto Sans Lao",system-ui,sans-serif;background:#f5f7f7;color:#162024}
main{max-width:40rem;margin:12vh auto;padding:24px;background:#fff;border:1px solid #dae0e1;border-radius:10px}
h1{font-size:22px;margin:0 0 8px}a{color:#0b5f6b}small{color:#5a676c}textarea{width:100%;min-height:6rem;font:inherit}
@media(prefers-color-scheme:dark){body{background:#0e1416;color:#e7edee}main{background:#151c1f;border-color:#2b373b}a{color:#6cc6d0}small{color:#94a2a7}}`;

/** Fills `{name}` in a message; pages outside React need no more of ICU. */
export function interpolateMessage(message: string, params: Record<string, string | number> = {}): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/**
 * A whole page without React, for answers that are made without Next's rendering: wrong address,
 * wrong method, database down.
 */
export function plainPage({ locale, nonce, code, requestId, params, way, kept = [] }: PlainPage): string {
  const messages = shownMessages[locale];
  const words = interpolateMessage(messages.errors[code], shownParams(params, locale));
  const fields = kept
    .map(
      ({ name, value }) =>
        `<p><label>${escapeHtml(name)}<br><textarea readonly>${escapeHtml(value)}</textarea></label></p>`,
    )
    .join("");
  const link = way ? `<p><a href="${escapeHtml(way.href)}">${escapeHtml(way.label)}</a></p>` : "";
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(stripJoiners(words))}</title><link rel="icon" href="/icon.svg"><style nonce="${nonce}">${style}</style></head><body><main><h1>${escapeHtml(words)}</h1>${fields}${link}
<small>${escapeHtml(code)} · ${escapeHtml(requestId)}</small></main></body></html>`;
}
