"use client";

import { useEffect } from "react";
import { noteRead } from "../round/read-reports";

/** Notes that this person has the report on the screen, so that its round ticks it. */
export function NoteRead({ person, report }: { person: string; report: string }) {
  useEffect(() => noteRead(person, report), [person, report]);
  return null;
}
