import type { Route } from "next";

/** Names of icons, so that navigation items are plain data. */
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
  | "bin"
  | "desk"
  | "audit"
  | "mentions"
  | "rounds"
  | "carry-over";

/** One place of the navigation. */
export type NavItem = {
  href: Route;
  label: string;
  icon: NavIcon;
  /** A number beside the label, such as the open rows. */
  count?: string;
  /** True for places behind "More" on phones, where four fit. */
  secondary?: boolean;
};

/**
 * A keyboard shortcut in the list behind `?`: keys pressed in sequence, or together if joined by
 * "+".
 */
export type Shortcut = { keys: readonly string[]; label: string };

/** The signed-in person as the shell shows them. */
export type ShellPerson = { name: string; roleLabel: string; initials: string; stateCode: string | null };

/** A server action that takes a form. */
export type FormAction = (formData: FormData) => Promise<void>;
