import "server-only";
import { env } from "@/env";
import { isHttps } from "./origins";

/**
 * The headers of every answer, including errors.
 * @param nonce of this answer's scripts
 */
export function securityHeaders(nonce: string): Record<string, string> {
  const fixed = {
    "Content-Security-Policy": contentSecurityPolicy(nonce),
    "X-Content-Type-Options": "nosniff",
    // `no-referrer` would make browsers post `Origin: null`, which the same-origin gate refuses.
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
  };
  return { ...fixed, ...transportSecurity() };
}

/** HSTS, sent only if the public address is https, which is known at run time. */
export function transportSecurity(): Record<string, string> {
  return isHttps() ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {};
}

/**
 * Scripts run only with this answer's nonce; style attributes are allowed because the widths of
 * columns and bars need them.
 */
export function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = env().NODE_ENV === "development";
  const rules = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src": `'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
  };
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
