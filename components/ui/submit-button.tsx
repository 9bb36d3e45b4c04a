"use client";

import type { ButtonHTMLAttributes, ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonLook } from "./button";

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: ButtonLook;
  icon?: ReactNode;
  large?: boolean;
  busyLabel: string;
};

/**
 * A submit button that shows progress and prevents a second submit. Without scripts a plain one.
 */
export function SubmitButton({ busyLabel, onClick, ...rest }: Props) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...rest}
      type="submit"
      busyLabel={pending ? busyLabel : undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    />
  );
}
