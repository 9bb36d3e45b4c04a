/** The argon2id minimum of OWASP: 19 MiB, two passes, one lane. */
export const passwordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Words that attackers try first on this site; digits around them do not help. */
const common = [
  "password",
  "passw0rd",
  "qwerty",
  "qwertyuiop",
  "asdfgh",
  "zxcvbn",
  "abc",
  "abcdef",
  "admin",
  "administrator",
  "letmein",
  "welcome",
  "iloveyou",
  "monkey",
  "dragon",
  "sunshine",
  "princess",
  "football",
  "baseball",
  "master",
  "superman",
  "trustno",
  "whatever",
  "starwars",
  "computer",
  "internet",
  "secret",
  "changeme",
  "default",
  "guest",
  "user",
  "test",
  "login",
  "asean",
  "adgsom",
  "adgmin",
  "tracker",
  "laos",
  "lao",
  "laopdr",
  "vientiane",
  "mtc",
  "sabaidee",
  "officer",
  "manager",
  "viewer",
  "focal",
];

/**
 * Why a new password is refused, or null. It needs at least eight characters of any kind. Refused
 * are repetitions, runs (12345678, abcdefgh), and common or local words with only digits and signs
 * around them.
 */
export function passwordProblem(password: string): "PASSWORD_TOO_SHORT" | "PASSWORD_TOO_COMMON" | null {
  const characters = [...password.normalize("NFC")];
  if (characters.length < 8) return "PASSWORD_TOO_SHORT";
  const bare = password.toLowerCase().replace(/[^\p{L}]/gu, "");
  if (common.includes(bare)) return "PASSWORD_TOO_COMMON";
  if (new Set(characters).size <= 2 || isRun(characters)) return "PASSWORD_TOO_COMMON";
  return null;
}

function isRun(characters: readonly string[]): boolean {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  const wrapped = characters.join("").replace(/90/g, "9:").replace(/0$/, ":");
  return steps.size === 1 || /^(?:0?123456789?:?|9?87654321:?)\d?$/.test(wrapped);
}
