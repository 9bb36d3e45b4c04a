import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Location in Debian's package fonts-lao; PHETSARATH_FONT overrides it on other machines. */
export const phetsarathFile = process.env.PHETSARATH_FONT || "/usr/share/fonts/truetype/lao/Phetsarath_OT.ttf";

/**
 * Font sets for rendering in tests: one family each, with Lao and Latin, so that the font of any
 * text is known. @type {Readonly<Record<"Noto Sans Lao" | "Phetsarath OT", (root: string) =>
 * string[]>>}
 */
const fontFiles = {
  "Noto Sans Lao": (root) =>
    ["400Regular/NotoSansLao_400Regular.ttf", "700Bold/NotoSansLao_700Bold.ttf"].map((file) =>
      path.join(root, "node_modules", "@expo-google-fonts", "noto-sans-lao", file),
    ),
  "Phetsarath OT": () => [phetsarathFile],
};

export const fontFamilies = /** @type {(keyof typeof fontFiles)[]} */ (Object.keys(fontFiles));

/**
 * Writes a fontconfig configuration with only one family, whatever is installed on the machine; for
 * FONTCONFIG_FILE.
 * @param {keyof typeof fontFiles} family
 * @param {string} root the clone
 * @returns the file
 */
export function fontsConf(family, root) {
  const folder = path.join(root, "node_modules", ".cache", "test-fonts", family.toLowerCase().replaceAll(" ", "-"));
  const file = path.join(folder, "fonts.conf");
  const text = confOf(fontFiles[family](root), path.join(folder, "cache"));
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  return file;
}

/**
 * @param {string[]} files
 * @param {string} cache a separate cache, because the machine's own may contain other fonts
 */
function confOf(files, cache) {
  const folders = files.map((file) => `  <dir>${escapeXml(path.dirname(file))}</dir>\n`);
  // A folder may contain other fonts as well.
  const wanted = files.map((file) => `      <glob>${escapeXml(file)}</glob>\n`);
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.join("")}  <selectfont>
    <rejectfont>
      <glob>*</glob>
    </rejectfont>
    <acceptfont>
${wanted.join("")}    </acceptfont>
  </selectfont>
  <cachedir>${escapeXml(cache)}</cachedir>
</fontconfig>
`;
}

/** @param {string} text */
function escapeXml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
