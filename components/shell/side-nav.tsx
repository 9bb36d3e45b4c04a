import { CircleHelp } from "@/components/ui/icons";
import { Kbd } from "@/components/ui/kbd";
import { NavIcon } from "./nav-icon";
import type { NavItem } from "./nav-item";
import { NavLink } from "./nav-link";
import { ProductMark } from "./product-mark";
import { shortcutsId } from "./shortcuts-dialog";

export type ProductWords = { first: string; second: string; sector: string };

type Props = {
  label: string;
  product: ProductWords;
  items: readonly NavItem[];
  bottom: readonly NavItem[];
  helpLabel: string;
};

/** The navigation on the left: 204 px wide, icons only below 1366 px, hidden below 1024 px. */
export function SideNav({ label, product, items, bottom, helpLabel }: Props) {
  return (
    <div className="sticky top-0 z-40 hidden h-dvh w-14 shrink-0 flex-col border-line border-r bg-surface px-1.5 py-3 lg:flex xl:w-51 xl:px-2.5 print:hidden">
      <nav aria-label={label} className="flex min-h-0 flex-1 flex-col">
        <div className="mb-4 flex items-center gap-2.5 max-xl:justify-center xl:px-2">
          <ProductMark />
          <p className="text-xs leading-[1.55] max-xl:sr-only">
            <span className="block font-semibold text-sm leading-[1.45]">
              <span>{product.first}</span> <span className="block">{product.second}</span>
            </span>
            <span className="text-ink-2">{product.sector}</span>
          </p>
        </div>
        <ul className="flex flex-1 flex-col gap-0.5">
          {items.map((item) => (
            <Place key={item.href} item={item} />
          ))}
        </ul>
        <ul className="flex flex-col gap-0.5">
          {bottom.map((item) => (
            <Place key={item.href} item={item} />
          ))}
          <li>
            <button type="button" popoverTarget={shortcutsId} className="nav-place w-full">
              <CircleHelp aria-hidden className="size-4 shrink-0 max-xl:size-5" />
              <span className="nav-word">{helpLabel}</span>
              <Kbd className="max-xl:hidden">?</Kbd>
            </button>
          </li>
        </ul>
      </nav>
    </div>
  );
}

function Place({ item }: { item: NavItem }) {
  return (
    <li>
      <NavLink href={item.href} className="nav-place">
        <NavIcon name={item.icon} />
        <span className="nav-word">{item.label}</span>
        {item.count && <span className="font-normal text-xs max-xl:sr-only">{item.count}</span>}
      </NavLink>
    </li>
  );
}
