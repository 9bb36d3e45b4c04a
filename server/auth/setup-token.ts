import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/env";

/**
 * The secret of the page that makes the first administrator. It is printed at the start and follows
 * from the site's own secret, so that nothing has to be stored. Being on the same machine is no
 * proof: behind a proxy everybody is.
 */
export const setupToken = (): string =>
  createHmac("sha256", env().AUTH_SECRET).update("first administrator").digest("base64url");
