import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passwordCost, passwordProblem } from "./passwords";

describe("a password", () => {
  it.each([
    ["seven characters", "umbrel1"],
    ["seven Lao characters", "ສະບາຍດີ".slice(0, 7)],
    ["nothing", ""],
    ["a letter of four code units counts once", "👩‍👩‍👧".slice(0, 5)],
  ])("of %s is too short", (_name, password) => {
    expect(passwordProblem(password)).toBe("PASSWORD_TOO_SHORT");
  });

  it.each([
    ["eight characters of one kind", "lanterns"],
    ["no capital, digit or sign", "readingglassesontheshelf"],
    ["64 characters", "correct horse battery staple ".repeat(3).slice(0, 64)],
    ["128 characters", "a door that nobody has painted yet ".repeat(4).slice(0, 128)],
    ["Lao", "ແວ່ນຕາຢູ່ເທິງຊັ້ນ"],
    ["Thai", "แว่นตาอยู่บนชั้น"],
    ["spaces", "two  blue umbrellas"],
  ])("of %s is accepted", (_name, password) => {
    expect(passwordProblem(password)).toBeNull();
  });

  it.each([
    "password",
    "Password1!",
    "12345678",
    "1234567890",
    "0123456789",
    "87654321",
    "abcdefgh",
    "aaaaaaaa",
    "abababab",
    "qwertyuiop",
    "asean2026",
    "ASEAN-2026!",
    "mtc12345",
    "Vientiane2026",
    "admin1234",
    "welcome123",
    "LaoPDR2024",
    "sabaidee99",
    "tracker2026",
  ])("%s is refused as easy to guess", (password) => {
    expect(passwordProblem(password)).toBe("PASSWORD_TOO_COMMON");
  });

  it("is judged the same in either normal form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (text) => {
        expect(passwordProblem(text.normalize("NFC"))).toBe(passwordProblem(text.normalize("NFC").normalize("NFC")));
        if ([...text.normalize("NFC")].length < 8) expect(passwordProblem(text)).toBe("PASSWORD_TOO_SHORT");
      }),
    );
  });

  it("costs at least what OWASP asks of argon2id", () => {
    expect(passwordCost.memoryCost).toBeGreaterThanOrEqual(19_456);
    expect(passwordCost.timeCost).toBeGreaterThanOrEqual(2);
  });
});
