/** The themes; without the cookie the system's theme is used. */
export const themeCookie = "theme";

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** True if the text is one of the themes. */
export function isTheme(value: unknown): value is Theme {
  return typeof value === "string" && (themes as readonly string[]).includes(value);
}
