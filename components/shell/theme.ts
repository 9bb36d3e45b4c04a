/** The chosen colours; without the cookie the system decides. */
export const themeCookie = "theme";

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Is this text one of the two themes? */
export function isTheme(value: unknown): value is Theme {
  return typeof value === "string" && (themes as readonly string[]).includes(value);
}
