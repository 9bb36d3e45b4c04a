import path from "node:path";
import type { NextConfig } from "next";

const root = path.join(process.cwd(), "..", "..");

/** The floor of the measurements: the minimum that Next can do. Not part of the site. */
const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: ["pg"],
  turbopack: { root },
  outputFileTracingRoot: root,
  typescript: { ignoreBuildErrors: true },
};

export default config;
