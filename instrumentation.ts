import type { Instrumentation } from "next";

/**
 * Runs once in the server before the first request. Next only logs what is thrown here and then
 * answers 500 for ever, so a wrong setting ends the process instead
 * (server/observability/lifecycle.ts).
 */
export async function register(): Promise<void> {
  // Next makes an edge build of this file too, and takes this very comparison as its cue to leave
  // the import out.
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
 * What a request failed with that nobody caught: a refusal is answered as one, while no head has
 * been sent; a fault has one line in the log, with the number that the person was shown (`digest`)
 * and the request's own.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, { path, headers }, context) => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { answerFailedRequest } = await import("./server/request/failed-request");
    if (answerFailedRequest(error, { path, headers, isAction: context.routeType === "action" })) return;
    const { logFailedRequest } = await import("./server/observability/log");
    logFailedRequest(error, { route: context.routePath, id: headers["x-request-id"] });
  }
};
