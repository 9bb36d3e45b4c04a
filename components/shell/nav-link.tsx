"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "../ui/link";

type Props = { href: Route; className: string; children: ReactNode };

/** A navigation link that marks the current page and the current section. */
export function NavLink({ href, className, children }: Props) {
  const pathname = usePathname();
  const current = pathname === href ? "page" : pathname.startsWith(`${href}/`) ? "true" : undefined;
  return (
    <Link href={href} aria-current={current} className={className}>
      {children}
    </Link>
  );
}
