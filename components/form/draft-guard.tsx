"use client";

import { useEffect } from "react";
import { dropDraft, dropDraftsExcept } from "./drafts";

type Props = {
  /** Whose drafts may stay; null after signing out. */
  person: string | null;
  /** The form that has just been saved. */
  saved?: string;
};

/** Clears drafts that are no longer anybody's to see. */
export function DraftGuard({ person, saved }: Props) {
  useEffect(() => {
    dropDraftsExcept(person);
    if (person && saved) dropDraft(person, saved);
  }, [person, saved]);
  return null;
}
