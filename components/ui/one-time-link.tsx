"use client";

import { useId, useState } from "react";
import { Button } from "./button";
import { controlClasses } from "./control";
import { Check, Copy } from "./icons";

export type LinkLabels = { ready: string; once: string; label: string; copy: string; copied: string };

type Props = { address: string; until: string; labels: LinkLabels };

/** A one-time link, shown only once. Without scripts it is selected and copied by hand. */
export function OneTimeLink({ address, until, labels }: Props) {
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <div role="status" className="flex flex-col gap-2 rounded-lg border border-good bg-good-bg p-3.5">
      <p className="font-semibold text-good text-sm">{labels.ready}</p>
      <p className="text-ink text-sm">{`${labels.once} ${until}`}</p>
      <label htmlFor={id} className="font-medium text-sm">
        {labels.label}
      </label>
      <span className="flex gap-2">
        <input
          id={id}
          readOnly
          value={address}
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
          className={`${controlClasses} min-w-0 flex-1`}
        />
        <Button
          type="button"
          onClick={copy}
          icon={isCopied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
        >
          {isCopied ? labels.copied : labels.copy}
        </Button>
      </span>
    </div>
  );
}
