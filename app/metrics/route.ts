import { AppError, secondsToRetry, statusOf } from "@/domain/errors";
import { measures } from "@/server/observability/metrics";
import { openMetrics } from "@/server/observability/metrics-access";

/** The metrics for Prometheus. Everybody else gets 404. */
export async function GET(request: Request): Promise<Response> {
  try {
    await openMetrics(request.headers);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const wait = secondsToRetry(error);
    const headers = wait === null ? undefined : { "Retry-After": String(wait) };
    return new Response(null, { status: statusOf(error.code), headers });
  }
  const { text, type } = await measures();
  return new Response(text, { headers: { "Content-Type": type } });
}
