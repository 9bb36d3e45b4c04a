import "server-only";
import type { NextRequest } from "next/server";
import { database } from "@/db/client";
import { requestNote } from "./request-note";
import { secretInCookie } from "./session-cookie";
import { readSession } from "./sessions";

/**
 * Reads who asks for a page before the page is begun and notes it for the page, so that one question to the database says that it lives
 * and who asks. Only of reading requests: what somebody sends may change who they are.
 * @returns `nobody` when there was nothing to ask, `failed` when the database gave no answer
 */
export async function notePerson({ method, headers }: NextRequest): Promise<"noted" | "nobody" | "failed"> {
  const note = requestNote();
  if (!note || (method !== "GET" && method !== "HEAD")) return "nobody";
  const secret = await secretInCookie(headers);
  if (secret === null) return "nobody";
  try {
    note.person = await readSession(database(), secret);
    return "noted";
  } catch {
    return "failed";
  }
}
