import { type Condition, databaseCondition } from "@/server/health";
import { isEnding } from "@/server/traffic";

/** Whoever watches this may ask as often as they like: the database is asked once in so many milliseconds. */
const askEvery = 1_000;

/** What a database in this condition still serves: pages, lists and files of the register as it stands. */
const canBeRead: readonly Condition[] = ["ready", "read_only", "disk_full"];

/**
 * The process lives, goes on living, and its database answers and can be written to. With `?reading` in the address, for whoever spreads
 * requests over several processes: whether pages can be read will do, as the processes share the database and none could do more.
 */
export async function GET(request: Request): Promise<Response> {
  if (isEnding()) return answer("ending", false);
  const condition = await databaseCondition(askEvery);
  const mayRead = new URL(request.url).searchParams.has("reading") && canBeRead.includes(condition);
  return answer(condition, condition === "ready" || mayRead);
}

function answer(status: string, isReady: boolean): Response {
  return Response.json({ status }, { status: isReady ? 200 : 503, headers: isReady ? {} : { "Retry-After": "5" } });
}
