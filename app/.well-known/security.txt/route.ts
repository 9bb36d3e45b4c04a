import { securityText } from "@/server/request/security-text";

/** The contact for reports of vulnerabilities (RFC 9116). */
export function GET(): Response {
  return new Response(securityText(new Date()), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
