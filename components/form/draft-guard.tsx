"use client";

import { useEffect } from "react";
import { dropDraft, dropDraftsExcept } from "./drafts";

type Props = {
  /** Whose drafts may stay; null after signing out. */
  person: string | null;
  /** The form that has just been saved. */
  saved?: string;
  /** Which version that save made, where the address tells: an address stays behind, and what is typed later is not dropped by it. */
  version?: number;
};

/** Clears drafts that are no longer anybody's to see. */
export function DraftGuard({ person, saved, version }: Props) {
  useEffect(() => {
    dropDraftsExcept(person);
    if (person && saved) dropDraft(person, saved, version);
  }, [person, saved, version]);
  return null;
}
