"use client";

import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = { labels: { save: string; saving: string; cancel: string }; backHref: Route };

/** The buttons "Save" and "Cancel" below the fields. */
export function FormFooter({ labels, backHref }: Props) {
  return (
    <div className="flex items-center gap-2">
      <SubmitButton look="primary" busyLabel={labels.saving}>
        {labels.save}
      </SubmitButton>
      <ButtonLink href={backHref} look="quiet">
        {labels.cancel}
      </ButtonLink>
      <span className="ml-auto flex gap-1 max-sm:hidden" aria-hidden>
        <Kbd>Ctrl</Kbd>
        <Kbd>↵</Kbd>
      </span>
    </div>
  );
}
