"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { buttonClasses } from "./button";
import { classes } from "./classes";
import { X } from "./icons";

type Props = {
  id: string;
  title: string;
  /** Text beside the title: a code, or "Draft saved on this computer 10:42". */
  meta?: ReactNode;
  closeLabel: string;
  /** The question before unsaved text is discarded; without it the dialog simply closes. */
  unsavedQuestion?: string;
  variant?: "dialog" | "drawer";
  /** Opens as soon as the page is loaded, for a form that came back with errors. */
  openAtStart?: boolean;
  /** Called after it has closed, for example to go back. */
  onClose?: () => void;
  children: ReactNode;
};

/** True if the person has changed any form in this element. */
function hasUnsavedText(root: HTMLElement): boolean {
  return [...root.querySelectorAll("input, textarea, select")].some((field) => {
    if (field instanceof HTMLInputElement) {
      if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
      return field.type !== "hidden" && field.value !== field.defaultValue;
    }
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    return false;
  });
}

/**
 * A native modal dialog, or a drawer on the right (full screen on phones). The browser traps and
 * restores the focus.
 */
export function Dialog({
  id,
  title,
  meta,
  closeLabel,
  unsavedQuestion,
  variant = "dialog",
  openAtStart = false,
  onClose,
  children,
}: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (openAtStart && ref.current && !ref.current.open) ref.current.showModal();
  }, [openAtStart]);

  const mayClose = () =>
    !unsavedQuestion || !ref.current || !hasUnsavedText(ref.current) || window.confirm(unsavedQuestion);

  return (
    <dialog
      ref={ref}
      id={id}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      onCancel={(event) => {
        if (event.target === ref.current && !mayClose()) event.preventDefault();
      }}
      className={classes(
        "bg-surface p-0 text-ink shadow-2 open:flex open:flex-col",
        variant === "drawer"
          ? "fixed inset-y-0 right-0 left-auto m-0 max-h-none min-h-dvh w-[27.5rem] max-w-full starting:open:opacity-0 transition-opacity duration-[180ms] max-sm:w-full"
          : "m-auto max-h-[85dvh] w-[min(34rem,calc(100vw-1.75rem))] rounded-xl",
      )}
    >
      <div className="sticky top-0 z-10 flex min-h-13 items-center gap-2.5 border-line border-b bg-surface px-4 py-2">
        <h2 id={`${id}-title`} className="font-semibold text-md">
          {title}
        </h2>
        {meta && <div className="text-ink-2 text-xs">{meta}</div>}
        <button
          type="button"
          aria-label={closeLabel}
          onClick={() => mayClose() && ref.current?.close()}
          className={classes(buttonClasses("quiet", true), "-mr-1.5 ml-auto")}
        >
          <X aria-hidden className="size-4" />
        </button>
      </div>
      <div className="flex flex-1 flex-col px-4 pt-3">{children}</div>
    </dialog>
  );
}

/** The buttons of a dialog's form, always visible at its lower edge. Last in the form. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <div className="-mx-4 sticky bottom-0 mt-auto flex flex-wrap items-center gap-2.5 border-line border-t bg-surface px-4 py-2.5">
      {children}
    </div>
  );
}
