import type { ReactNode } from "react";
import { buttonClasses } from "@/components/ui/button";
import { Columns3 } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { type ActivityListQuery, activitiesAddress } from "@/features/activities/list-address";

type Props = {
  query: ActivityListQuery;
  label: string;
  /** The choice of columns, if it is open. */
  children: ReactNode;
};

/** Opens the choice of columns. It is a link, so the choice is rendered only if it is open. */
export function ColumnsMenu({ query, label, children }: Props) {
  const isOpen = query.menu === "columns";
  return (
    <div className="relative">
      <Link
        href={activitiesAddress.href({ ...query, menu: isOpen ? null : "columns", facet: null })}
        scroll={false}
        aria-label={label}
        aria-expanded={isOpen}
        data-facet-close={isOpen || undefined}
        className={buttonClasses("secondary", true)}
      >
        <Columns3 aria-hidden className="size-4" />
      </Link>
      {children}
    </div>
  );
}
