"use client";

import type { MouseEvent, ReactNode } from "react";

type Props = {
  /** Id of the dialog in this page. */
  dialogId: string;
  /** Where the same can be done as a page: the way without scripts. */
  href: string;
  className?: string;
  "aria-label"?: string;
  children: ReactNode;
};

/** A link to the form's own page that opens the dialog here instead, where scripts run and the dialog is in the page. */
export function OpenDialog({ dialogId, href, children, ...rest }: Props) {
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    const dialog = document.getElementById(dialogId);
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey;
    if (!(dialog instanceof HTMLDialogElement) || opensElsewhere) return;
    event.preventDefault();
    dialog.showModal();
  };
  return (
    <a {...rest} href={href} aria-haspopup="dialog" onClick={open}>
      {children}
    </a>
  );
}
