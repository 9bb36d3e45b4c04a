import "server-only";
import { quickDatabase } from "@/db/client";
import { AppError } from "@/domain/errors";
import { refuseChangedRights } from "../auth/rights-now";
import type { Context } from "../context";
import { requestStore } from "../request/request-store";

/**
 * Notes whose rights the current answer depends on, so that they can be checked again while a slow
 * reader is still taking it (server/sending/connections.ts).
 */
export function noteRights(context: Context): void {
  const store = requestStore();
  if (store) store.stillMay = () => holds(context);
}

/** True if the rights are unchanged, or if the check itself failed. */
async function holds(context: Context): Promise<boolean> {
  try {
    await refuseChangedRights(quickDatabase(), context);
    return true;
  } catch (error) {
    return !(error instanceof AppError);
  }
}
