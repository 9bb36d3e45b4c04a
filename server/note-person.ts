import "server-only";
import type { NextRequest } from "next/server";
import { quickDatabase } from "@/db/client";
import { requestNote } from "./request-note";
import { secretInCookie } from "./session-cookie";
import { readSession } from "./sessions";

/**
 * Reads who asks for a page before the page is begun and notes it for the page, so that one question to the database says that it lives
 * and who asks. Only of reading requests: what somebody sends may change who they are.
 * @returns whether the database has answered; where it has not, or there was nobody to ask for, the page asks for itself
 */
export async function notePerson({ method, headers }: NextRequest): Promise<boolean> {
  const note = requestNote();
  if (!note || (method !== "GET" && method !== "HEAD")) return false;
  const secret = await secretInCookie(headers);
  if (secret === null) return false;
  try {
    note.person = await readSession(quickDatabase(), secret);
    return true;
  } catch {
    return false;
  }
}
