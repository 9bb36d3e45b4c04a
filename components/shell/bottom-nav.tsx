import { CircleHelp, Menu as MenuIcon } from "@/components/ui/icons";
import { MenuLine, menuItemClasses } from "@/components/ui/menu";
import { NavIcon } from "./nav-icon";
import type { FormAction, NavItem, ShellPerson } from "./nav-item";
import { NavLink } from "./nav-link";
import { shortcutsId } from "./shortcuts-dialog";
import { type ThemeChoice, ThemeSwitch } from "./theme-switch";
import { PersonLine, SignOutForm } from "./user-menu";

type Props = {
  label: string;
  items: readonly NavItem[];
  labels: { more: string; help: string; signOut: string };
  person: ShellPerson;
  signOut: FormAction;
  themeChoice?: ThemeChoice;
};

/** The navigation of phones and narrow windows: at most four places, the rest behind "More". */
export function BottomNav({ label, items, labels, person, signOut, themeChoice }: Props) {
  const first = items.filter((item) => !item.secondary).slice(0, 4);
  const rest = items.filter((item) => !first.includes(item));
  return (
    <nav
      aria-label={label}
      data-fixed-bar="bottom"
      className="fixed inset-x-0 bottom-0 z-40 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      <ul className="mx-auto flex max-w-2xl">
        {first.map((item) => (
          <li key={item.href} className="min-w-0 flex-1">
            <NavLink href={item.href} className="bottom-place">
              <NavIcon name={item.icon} />
              <span>{item.label}</span>
            </NavLink>
          </li>
        ))}
        <li className="min-w-0 flex-1">
          <details data-menu name="shell" className="relative">
            <summary className="bottom-place">
              <MenuIcon aria-hidden className="size-5" />
              <span>{labels.more}</span>
            </summary>
            <div className="absolute right-1 bottom-full z-50 mb-1 max-h-[70dvh] w-64 overflow-y-auto rounded-xl bg-surface p-1.5 shadow-2 forced-colors:border">
              <PersonLine person={person} />
              <MenuLine />
              {rest.map((item) => (
                <NavLink key={item.href} href={item.href} className={menuItemClasses}>
                  <NavIcon name={item.icon} />
                  <span>{item.label}</span>
                  {item.count && <span className="ml-auto text-xs">{item.count}</span>}
                </NavLink>
              ))}
              <button type="button" popoverTarget={shortcutsId} className={menuItemClasses}>
                <CircleHelp aria-hidden className="size-5" />
                <span>{labels.help}</span>
              </button>
              {themeChoice && <ThemeSwitch {...themeChoice} />}
              <SignOutForm label={labels.signOut} signOut={signOut} />
            </div>
          </details>
        </li>
      </ul>
    </nav>
  );
}
