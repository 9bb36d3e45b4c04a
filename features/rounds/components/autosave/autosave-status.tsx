"use client";

import type { Route } from "next";
import { Check, Clock, TriangleAlert } from "@/components/ui/icons";
import type { AutosaveState } from "./autosaver";

export type AutosaveLabels = Readonly<
  Record<"on" | "saving" | "saved" | "kept" | "ended" | "signIn" | "refused" | "conflict" | "missed", string>
>;

type Props = {
  state: AutosaveState;
  /** True if the submit button was pressed and the form could not be sent. */
  isMissed: boolean;
  labels: AutosaveLabels;
  signInHref: Route;
};

/**
 * Status line below the fields: whether the text is saved on the server or only on this device, and
 * whether a submission failed.
 */
export function AutosaveNote({ state, isMissed, labels, signInHref }: Props) {
  if (state.kind === "off") return null;
  const isTrouble = isMissed || (state.kind !== "idle" && state.kind !== "saving" && state.kind !== "saved");
  const Icon = isTrouble ? TriangleAlert : state.kind === "saved" ? Check : Clock;
  return (
    <p role="status" className={`flex items-start gap-1.5 text-xs ${isTrouble ? "text-warn" : "text-ink-2"}`}>
      <Icon aria-hidden className="mt-[0.2em] size-3.5 shrink-0" />
      <span>
        <span>{wordsOf(state, labels)}</span>
        {state.kind === "ended" && (
          <>
            {" "}
            <a href={signInHref} className="link-inline">
              {labels.signIn}
            </a>
          </>
        )}
        {isMissed && <span>{` ${labels.missed}`}</span>}
      </span>
    </p>
  );
}

function wordsOf(state: Exclude<AutosaveState, { kind: "off" }>, labels: AutosaveLabels): string {
  if (state.kind === "saved") return labels.saved.replace("{time}", state.time);
  if (state.kind === "refused") return `${labels.refused} ${state.message}`;
  return state.kind === "idle" ? labels.on : labels[state.kind];
}
