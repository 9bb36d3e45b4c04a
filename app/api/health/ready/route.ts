import { isDatabaseUp } from "@/server/health";

/** Whoever watches this may ask as often as they like: the database is asked once in so many milliseconds. */
const askEvery = 1_000;

/** The process lives and its database answers. */
export async function GET(): Promise<Response> {
  const isUp = await isDatabaseUp(askEvery);
  return Response.json(
    { status: isUp ? "ready" : "database away" },
    { status: isUp ? 200 : 503, headers: isUp ? {} : { "Retry-After": "5" } },
  );
}
