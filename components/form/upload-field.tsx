"use client";

import { useRef, useState } from "react";
import { controlClasses, describedBy } from "@/components/ui/control";
import { Field } from "@/components/ui/field";

type Props = {
  label: string;
  hint: string;
  error?: string;
  required: string;
  /** Endings that the dialog of the browser offers, without dots. */
  extensions: readonly string[];
  /** The largest file, in bytes. The server checks it too. */
  limit: number;
  /** What is said of a larger one. */
  tooLarge: string;
};

/**
 * A native file input, so a file can be chosen or dropped on it. A file that is too large is
 * refused before it is sent. In its form it is the last field: of a form that is too large the
 * server can give back what comes before the file.
 */
export function UploadField({ label, hint, error, required, extensions, limit, tooLarge }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const shown = isTooLarge ? tooLarge : error;
  const check = () => {
    const isOver = [...(input.current?.files ?? [])].some(({ size }) => size > limit);
    input.current?.setCustomValidity(isOver ? tooLarge : "");
    setTooLarge(isOver);
  };
  return (
    <Field id="file" label={label} hint={hint} error={shown} required={required}>
      <input
        ref={input}
        type="file"
        id="file"
        name="file"
        required
        onChange={check}
        accept={extensions.map((extension) => `.${extension}`).join(",")}
        {...describedBy("file", hint, shown)}
        className={`${controlClasses} border-dashed py-6 file:mr-3 file:rounded-md file:border file:border-line-strong file:border-solid file:bg-surface file:px-3 file:py-1 file:font-medium file:text-ink`}
      />
    </Field>
  );
}
