import { measures } from "@/server/metrics";
import { mayReadMetrics } from "@/server/metrics-access";

/** What Prometheus reads. To everybody else there is no such address. */
export async function GET(request: Request): Promise<Response> {
  if (!mayReadMetrics(request.headers.get("authorization"))) return new Response(null, { status: 404 });
  const { text, type } = await measures();
  return new Response(text, { headers: { "Content-Type": type } });
}
