"use client";

import { useEffect } from "react";
import { dropDraft, dropDraftsExcept } from "./drafts";

type Props = {
  /** The person whose unsaved copies may stay; null after signing out. */
  person: string | null;
  /** The form that was just saved. */
  saved?: string;
  /**
   * The version made by that save, if the address names it. The address remains after the save, so
   * text typed later must not be dropped because of it.
   */
  version?: number;
};

/** Deletes unsaved copies that the present person must not see. */
export function DraftGuard({ person, saved, version }: Props) {
  useEffect(() => {
    dropDraftsExcept(person);
    if (person && saved) dropDraft(person, saved, version);
  }, [person, saved, version]);
  return null;
}
