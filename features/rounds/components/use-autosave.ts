"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** What a save of its own came to. */
export type SaveResult = { ok: true; version: number; time: string } | { ok: false; code: string; message: string };

export type AutosaveState =
  | { kind: "off" }
  | { kind: "idle" | "saving" | "kept" | "ended" | "conflict" }
  | { kind: "saved"; time: string }
  | { kind: "refused"; message: string };

type Options = {
  form: RefObject<HTMLFormElement | null>;
  save: (data: FormData) => Promise<SaveResult>;
  /** All that was typed is on the server: nothing need be kept here. */
  onSaved: () => void;
};

/** After the last keystroke. */
const pause = 1_500;
/** Between attempts while there is no connection. */
const patience = 5_000;

function troubleOf({ code, message }: { code: string; message: string }): AutosaveState {
  if (code === "SESSION_ENDED") return { kind: "ended" };
  return code === "CONFLICT" ? { kind: "conflict" } : { kind: "refused", message };
}

/**
 * Saves a form a moment after typing stops, one save at a time, each over the version of the one before. Without a connection it tries again;
 * after an ended session or a conflict it waits for the person.
 */
export function useAutosave({ form, save, onSaved }: Options) {
  const [state, setState] = useState<AutosaveState>({ kind: "off" });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void> | null>(null);
  const typed = useRef(0);
  const saved = useRef(0);
  // The page is drawn anew after each save; what is under way must not be dropped with its old functions.
  const now = useRef({ save, onSaved });
  useEffect(() => {
    now.current = { save, onSaved };
  }, [save, onSaved]);

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    if (running.current) return running.current;
    const element = form.current;
    if (!element || typed.current === saved.current) return Promise.resolve();
    const upTo = typed.current;
    setState({ kind: "saving" });
    const attempt = now.current.save(new FormData(element)).then(
      (result) => {
        if (!result.ok) {
          setState(troubleOf(result));
          return;
        }
        setVersion(element, result.version);
        saved.current = upTo;
        setState({ kind: "saved", time: result.time });
        if (typed.current === upTo) now.current.onSaved();
        else timer.current = setTimeout(() => void flush(), pause);
      },
      () => {
        setState({ kind: "kept" });
        timer.current = setTimeout(() => void flush(), patience);
      },
    );
    running.current = attempt.finally(() => {
      running.current = null;
    });
    return running.current;
  }, [form]);

  const touch = useCallback(() => {
    typed.current += 1;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), pause);
  }, [flush]);

  useEffect(() => {
    // Only where scripts run can it be promised.
    setState((before) => (before.kind === "off" ? { kind: "idle" } : before));
    const atOnce = () => void flush();
    const leaving = () => document.visibilityState === "hidden" && atOnce();
    window.addEventListener("online", atOnce);
    document.addEventListener("visibilitychange", leaving);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener("online", atOnce);
      document.removeEventListener("visibilitychange", leaving);
    };
  }, [flush]);

  /** For a form that is about to be sent: no save of its own any more. @returns one that runs and must be waited for */
  const stop = useCallback((): Promise<void> | null => {
    clearTimeout(timer.current);
    saved.current = typed.current;
    return running.current;
  }, []);

  return { state, touch, stop };
}

/** What is sent next, by itself or by a button, stands on this version. */
function setVersion(form: HTMLFormElement, version: number): void {
  const field = form.elements.namedItem("version");
  if (field instanceof HTMLInputElement) field.value = String(version);
}
