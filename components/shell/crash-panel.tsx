"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/states";
import { isLocale, type Locale } from "@/i18n/locale";
import en from "@/i18n/messages/en/crash.json";
import lo from "@/i18n/messages/lo/crash.json";
import { keepUnsent } from "./unsent-words";

/**
 * The few texts of a failed page. They are imported directly, because an error boundary is a client
 * component.
 */
export const crashWords: Readonly<Record<Locale, typeof en>> = { en, lo };

function digestOf(error: unknown): string | null {
  const digest = typeof error === "object" && error !== null && "digest" in error ? error.digest : null;
  return typeof digest === "string" ? digest : null;
}

type Refused = keyof typeof en.refused;

/**
 * The digest of a refusal after the page had begun to stream; nothing else of it reaches the
 * browser.
 */
function refusalOf(error: unknown): Refused | null {
  const digest = digestOf(error);
  return digest !== null && Object.hasOwn(en.refused, digest) ? (digest as Refused) : null;
}

/** The request id under which the server logged the error, if known. */
export function referenceOf(error: unknown): string | null {
  return refusalOf(error) === null ? digestOf(error) : null;
}

const neverChanges = () => () => undefined;

function useDocumentLocale(): Locale {
  const lang = useSyncExternalStore(
    neverChanges,
    () => document.documentElement.lang,
    () => "en",
  );
  return isLocale(lang) ? lang : "en";
}

/** The form was of an earlier build of the site. What was typed returns when the page is loaded. */
function UpdatedPanel({ words }: { words: typeof en.updated }) {
  return (
    <div className="mx-auto max-w-3xl px-5 py-6 max-sm:px-3.5">
      <ErrorPanel
        heading="h1"
        title={words.title}
        actions={<Button onClick={() => window.location.reload()}>{words.reload}</Button>}
      >
        <p>{words.body}</p>
      </ErrorPanel>
    </div>
  );
}

/** Replaces a failed page: what happened, what is kept, how to go on. */
export function CrashPanel({ error, retry }: { error: unknown; retry: () => void }) {
  const words = crashWords[useDocumentLocale()];
  const reference = referenceOf(error);
  const refusal = refusalOf(error);
  const isUpdated = unstable_isUnrecognizedActionError(error);
  useEffect(() => {
    if (isUpdated) keepUnsent();
  }, [isUpdated]);
  if (isUpdated) return <UpdatedPanel words={words.updated} />;
  return (
    <div className="mx-auto max-w-3xl px-5 py-6 max-sm:px-3.5">
      <ErrorPanel
        heading="h1"
        title={refusal ? words.refused[refusal] : words.title}
        actions={<Button onClick={retry}>{words.retry}</Button>}
      >
        <p>{words.body}</p>
        {reference && <p>{`${words.reference} ${reference}`}</p>}
        <p className="mt-1">
          {/* A whole new document: whatever failed in this one is left behind. */}
          <a href="/activities" className="underline underline-offset-2">
            {words.home}
          </a>
        </p>
      </ErrorPanel>
    </div>
  );
}
