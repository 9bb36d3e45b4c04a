import { isDatabaseUp } from "@/server/health";

/** The process lives and its database answers. */
export async function GET(): Promise<Response> {
  const isUp = await isDatabaseUp();
  return Response.json(
    { status: isUp ? "ready" : "database away" },
    { status: isUp ? 200 : 503, headers: isUp ? {} : { "Retry-After": "5" } },
  );
}
