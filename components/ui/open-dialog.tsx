"use client";

import type { MouseEvent, ReactNode } from "react";

type Props = {
  /** The id of a dialog in this page. */
  dialogId: string;
  /** The page with the same form, for browsers without scripts. */
  href: string;
  className?: string;
  "aria-label"?: string;
  children: ReactNode;
};

/**
 * A link to the form's own page. With scripts it opens the dialog instead, if the page contains it.
 */
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
