"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/states";
import { isLocale, type Locale } from "@/i18n/locale";
import en from "@/i18n/messages/en/crash.json";
import lo from "@/i18n/messages/lo/crash.json";

/** The few words of a failed page; imported apart, because here nothing that runs on the server can be asked. */
export const crashWords: Readonly<Record<Locale, typeof en>> = { en, lo };

function digestOf(error: unknown): string | null {
  const digest = typeof error === "object" && error !== null && "digest" in error ? error.digest : null;
  return typeof digest === "string" ? digest : null;
}

type Refused = keyof typeof en.refused;

/**
 * The refusal that a page ended with after its first words had been sent; the only thing of it that
 * reaches the browser.
 */
function refusalOf(error: unknown): Refused | null {
  const digest = digestOf(error);
  return digest !== null && Object.hasOwn(en.refused, digest) ? (digest as Refused) : null;
}

/** The number under which the server logged the error, where there is one. */
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

/** What stands where a page failed: what happened, what is kept, how to go on. */
export function CrashPanel({ error, retry }: { error: unknown; retry: () => void }) {
  const words = crashWords[useDocumentLocale()];
  const reference = referenceOf(error);
  const refusal = refusalOf(error);
  return (
    <div className="mx-auto max-w-3xl px-5 py-6 max-sm:px-3.5">
      <ErrorPanel
        heading="h1"
        title={refusal ? words.refused[refusal] : words.title}
        actions={<Button onClick={retry}>{words.retry}</Button>}
      >
        <p>{words.body}</p>
        {reference && (
          <p>
            {words.reference} {reference}
          </p>
        )}
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
