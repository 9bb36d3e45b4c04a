import type { Route } from "next";
import { LogOut, Settings } from "@/components/ui/icons";
import { Menu, MenuLine, menuItemClasses } from "@/components/ui/menu";
import { StateCode } from "@/components/ui/state-code";
import { Avatar } from "@/components/ui/timeline";
import { Link } from "../ui/link";
import type { FormAction, ShellPerson } from "./nav-item";
import { type ThemeChoice, ThemeSwitch } from "./theme-switch";

type Labels = { open: string; account: string; signOut: string };

type Props = {
  person: ShellPerson;
  accountHref: Route;
  labels: Labels;
  signOut: FormAction;
  themeChoice?: ThemeChoice;
};

/** The menu of the signed-in person: account, theme, sign out. */
export function UserMenu({ person, accountHref, labels, signOut, themeChoice }: Props) {
  return (
    <Menu
      label={<Avatar initials={person.initials} />}
      ariaLabel={`${person.initials} – ${labels.open}: ${person.name}`}
      buttonClassName="flex rounded-full"
      group="shell"
      align="end"
      arrow={false}
    >
      <PersonLine person={person} />
      <MenuLine />
      <Link href={accountHref} className={menuItemClasses}>
        <Settings aria-hidden className="size-4" />
        <span>{labels.account}</span>
      </Link>
      {themeChoice && <ThemeSwitch {...themeChoice} />}
      <SignOutForm label={labels.signOut} signOut={signOut} />
    </Menu>
  );
}

/** Name, role and, for focal points, the state. */
export function PersonLine({ person }: { person: ShellPerson }) {
  return (
    <div className="flex items-start gap-2 px-2 py-1.5">
      {person.stateCode && <StateCode code={person.stateCode} own className="mt-0.5" />}
      <p className="min-w-0 text-sm">
        <span className="block font-semibold">{person.name}</span>
        <span className="block text-ink-2 text-xs">{person.roleLabel}</span>
      </p>
    </div>
  );
}

/** Signing out changes something, so it is a form and not a link. */
export function SignOutForm({ label, signOut }: { label: string; signOut: FormAction }) {
  return (
    <form action={signOut}>
      <button type="submit" className={menuItemClasses}>
        <LogOut aria-hidden className="size-4" />
        <span>{label}</span>
      </button>
    </form>
  );
}
