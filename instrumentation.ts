import type { Instrumentation } from "next";

/**
 * Runs once in the server before the first request. Next only logs an error thrown here and then
 * answers 500 for ever, so wrong settings end the process instead
 * (server/observability/lifecycle.ts).
 */
export async function register(): Promise<void> {
  // Next also makes an edge build of this file, and leaves the import out because of exactly this
  // comparison.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const [{ boot }, { setFieldLabels }, { labelField }] = await Promise.all([
      import("./server/observability/lifecycle"),
      import("./server/field-labels"),
      import("./app/unsaved-fields"),
    ]);
    setFieldLabels(labelField);
    boot();
  }
}

/**
 * Handles an uncaught error of a request. A refusal is sent as the answer, unless a head has been
 * sent; a fault is logged in one line, with the number shown to the person (`digest`) and the
 * request's id.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, { path, headers }, context) => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { answerFailedRequest } = await import("./server/request/failed-request");
    if (answerFailedRequest(error, { path, headers, isAction: context.routeType === "action" })) return;
    const { logFailedRequest } = await import("./server/observability/log");
    logFailedRequest(error, { route: context.routePath, id: headers["x-request-id"] });
  }
};
