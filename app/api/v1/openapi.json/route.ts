import { openApi } from "@/server/api/openapi";
import { endpoints } from "../endpoints/all";

/** Made once: it costs much, changes only with the build, and anybody may ask for it. */
let description: string | undefined;

/** The description of the API, open to all: it holds nothing of the register. */
export function GET(): Response {
  description ??= JSON.stringify(openApi(endpoints));
  return new Response(description, { headers: { "Content-Type": "application/json" } });
}
