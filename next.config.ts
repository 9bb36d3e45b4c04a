import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const fileHeaders = Object.entries({
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
}).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types, once; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Title and icon come in the head, for every reader: streamed later they would need a script to
  // get there.
  htmlLimitedBots: /.*/,
  // The optimizer fetches addresses on the server: an attack surface that this site has no use for.
  images: { unoptimized: true },
  // Native or file-reading packages stay outside the bundle.
  serverExternalPackages: ["pg", "@node-rs/argon2", "docx", "exceljs", "pino", "prom-client"],
  // The proxy leaves these files alone: they are the same for everybody. HSTS is added where they
  // are sent (server/observability/traffic.ts).
  headers: async () => ["/_next/static/:path*", "/icon.svg"].map((source) => ({ source, headers: fileHeaders })),
  experimental: {
    // One request more costs more than the bytes that two pages then do not share.
    turbopackChunking: {
      requestCost: 3_000_000,
      firstPageLoadPriority: 1,
      minChunkSize: 300_000,
      maxMergeChunkSize: 2_000_000,
      maxChunkCountPerGroup: 2,
    },
    // forbidden() and unauthorized() give denied actions their true status.
    authInterrupts: true,
    // Larger than any form may be (server/gate/body-check.ts): a body that were cut here could not
    // be told from a whole one.
    serverActions: { bodySizeLimit: "12mb" },
    proxyClientMaxBodySize: "12mb",
  },
};

export default createNextIntlPlugin("./i18n/request.ts")(config);
