import localFont from "next/font/local";

/*
 * One font family in three parts. Each part declares its characters, so a page without Latin
 * Extended never loads that file. Each file contains every weight. Lao and Latin are on every page
 * (the language switch, acronyms, titles), so both are preloaded. `font-family` in the declarations
 * gives the three parts the same name, which globals.css uses; the variables are not used. The
 * loader reads these arguments from the source text, so they must be literals and cannot be shared.
 */

export const notoLatin = localFont({
  src: "../node_modules/@fontsource-variable/noto-sans-lao/files/noto-sans-lao-latin-wght-normal.woff2",
  weight: "400 600",
  variable: "--font-noto-latin",
  display: "swap",
  adjustFontFallback: false,
  declarations: [
    { prop: "font-family", value: "Noto Sans Lao Web" },
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    },
  ],
});

export const notoLao = localFont({
  src: "../node_modules/@fontsource-variable/noto-sans-lao/files/noto-sans-lao-lao-wght-normal.woff2",
  weight: "400 600",
  variable: "--font-noto-lao",
  display: "swap",
  adjustFontFallback: false,
  declarations: [
    { prop: "font-family", value: "Noto Sans Lao Web" },
    { prop: "unicode-range", value: "U+0E81-0EDF,U+200C-200D,U+25CC" },
  ],
});

export const notoLatinExtended = localFont({
  src: "../node_modules/@fontsource-variable/noto-sans-lao/files/noto-sans-lao-latin-ext-wght-normal.woff2",
  weight: "400 600",
  variable: "--font-noto-latin-extended",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "font-family", value: "Noto Sans Lao Web" },
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});
