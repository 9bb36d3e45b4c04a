import type { Route } from "next";

/** The pictures of the navigation; a name, so that items can be plain data. */
export type NavIcon =
  | "activities"
  | "plans"
  | "reports"
  | "users"
  | "settings"
  | "meetings"
  | "deadlines"
  | "overview"
  | "partners"
  | "audit"
  | "mentions"
  | "rounds"
  | "carry-over";

/** One place of the navigation. */
export type NavItem = {
  href: Route;
  label: string;
  icon: NavIcon;
  /** A number at the right end, such as the open rows. */
  count?: string;
  /** Behind "More" on phones, where only four places fit. */
  secondary?: boolean;
};

/** A keyboard shortcut for the list behind `?`: keys pressed one after the other or, with "+", together. */
export type Shortcut = { keys: readonly string[]; label: string };

/** Who is signed in, as the shell shows it. */
export type ShellPerson = { name: string; roleLabel: string; initials: string; stateCode: string | null };

/** A server action that takes a form. */
export type FormAction = (formData: FormData) => Promise<void>;
