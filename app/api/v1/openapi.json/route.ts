import { openApi } from "@/server/api/openapi";
import { endpoints } from "../endpoints/all";

/** Made once, because it is expensive, changes only with the build, and anybody may request it. */
let description: string | undefined;

/** The description of the API. It is public, because it contains nothing of the register. */
export function GET(): Response {
  description ??= JSON.stringify(openApi(endpoints));
  return new Response(description, { headers: { "Content-Type": "application/json" } });
}
