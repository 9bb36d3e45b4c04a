import "server-only";
import { quickDatabase } from "@/db/client";
import { AppError } from "@/domain/errors";
import { refuseChangedRights } from "../auth/rights-now";
import type { Context } from "../context";
import { requestStore } from "../request/request-store";

/**
 * Notes in whose right the current request is answered, so that it can be asked again while a slow
 * reader is still taking the answer (server/sending/connections.ts).
 */
export function noteRights(context: Context): void {
  const store = requestStore();
  if (store) store.stillMay = () => holds(context);
}

/** A question that fails says nothing of the person. */
async function holds(context: Context): Promise<boolean> {
  try {
    await refuseChangedRights(quickDatabase(), context);
    return true;
  } catch (error) {
    return !(error instanceof AppError);
  }
}
