"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Printer } from "@/components/ui/icons";

const never = () => () => {};

/**
 * Opens the print dialog of the browser. Hidden without scripts; the browser's menu then does the
 * same.
 */
export function PrintButton({ label }: { label: string }) {
  const canPrint = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!canPrint) return null;
  return (
    <Button type="button" icon={<Printer aria-hidden className="size-4" />} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
