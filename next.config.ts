import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimizer fetches addresses on the server: an attack surface that this site has no use for.
  images: { unoptimized: true },
  // Native or file-reading packages stay outside the bundle.
  serverExternalPackages: ["pg", "@node-rs/argon2", "docx", "exceljs", "pino"],
  experimental: {
    // forbidden() and unauthorized() give denied actions their true status.
    authInterrupts: true,
    serverActions: { bodySizeLimit: "1mb" },
  },
};

export default createNextIntlPlugin("./i18n/request.ts")(config);
