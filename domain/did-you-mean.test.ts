import { describe, expect, it } from "vitest";
import { didYouMean } from "./did-you-mean";
import { distanceOf, keptPieces, nearestPart } from "./near-words";

const titles = [
  "Study on digital identity in ASEAN",
  "ການສຶກສາກ່ຽວກັບການກຳນົດຕົວຕົນດິຈິຕອນໃນອາຊຽນ",
  "Development of a Regional Stocktaking Process for Digital Government Solutions in ASEAN",
  "ການພັດທະນາຂະບວນການສຳຫຼວດວິທີແກ້ໄຂລັດຖະບານດິຈິຕອນໃນອາຊຽນ",
  "Regional Cooperation for Cybersecurity Knowledge and Skills Development",
  "ASEAN–Japan Cybersecurity Capacity Building Centre (AJCCBC), Step 2",
  "ADGMIN-3",
  "ຍຸດທະສາດການຮ່ວມມືດ້ານຄວາມປອດໄພທາງໄຊເບີອາຊຽນ 2026-2030",
];

describe("words that were misspelt", () => {
  it.each([
    ["a letter missing", "identty", "identity"],
    ["a letter swapped", "idenitty", "identity"],
    ["a letter added", "identiity", "identity"],
    ["a letter wrong", "idantity", "identity"],
    ["two words, one wrong", "digital identty", "digital identity"],
    ["two words written as one", "digitalidentty", "digital identity"],
    ["words far apart", "Study identty", "Study identity"],
    ["a long word with two errors", "cybersecurty", "Cybersecurity"],
    ["a compound written apart", "cyber securty", "Cybersecurity"],
    ["an abbreviation", "AJCBC", "AJCCBC"],
    ["an abbreviation swapped", "AJCCCB", "AJCCBC"],
    ["a code", "ADGMNI-3", "ADGMIN-3"],
    ["a vowel dropped", "goverment", "Government"],
    ["a Lao consonant wrong", "ດິຈິທອນ", "ດິຈິຕອນ"],
    ["a Lao consonant missing", "ດິຈິອນ", "ດິຈິຕອນ"],
    ["the last Lao letter wrong", "ດິຈິຕອບ", "ດິຈິຕອນ"],
    ["the first Lao letter wrong", "ບິຈິຕອນ", "ດິຈິຕອນ"],
    ["the last letter wrong", "identitt", "identity"],
    ["Lao letters swapped", "ດິຈຕິອນ", "ດິຈິຕອນ"],
    ["a Lao vowel missing", "ດິຈຕອນ", "ດິຈິຕອນ"],
    ["a Lao vowel added", "ດິຈິຕຸອນ", "ດິຈິຕອນ"],
    ["a Lao compound", "ຕົວຕົນດິຈິທອນ", "ຕົວຕົນດິຈິຕອນ"],
    ["a Lao compound with a space", "ຕົວຕົນ ດິຈິທອນ", "ຕົວຕົນດິຈິຕອນ"],
    ["a Lao compound with a space within a word", "ຕົວຕົນ ດິຈິ ທອນ", "ຕົວຕົນດິຈິຕອນ"],
    ["another vowel in a Lao compound", "ໂຕຕົນດິຈິຕອນ", "ຕົວຕົນດິຈິຕອນ"],
  ])("%s: %s", (_name, typed, meant) => {
    expect(didYouMean(typed, titles)).toContain(meant);
  });

  it("nothing is offered for what is there, too short, a number, or like nothing", () => {
    for (const typed of [
      "digital identity",
      "ດິຈິຕອນ",
      "AI",
      "2023",
      "23-99",
      "zebra crossing",
      "ໝາແມວໄກ່",
      "",
      " ",
      "x".repeat(200),
    ])
      expect(didYouMean(typed, titles), typed).toEqual([]);
  });
});

it("distances count letters wrong, missing, added and swapped", () => {
  expect(distanceOf("identity", "identity")).toBe(0);
  for (const word of ["idntity", "idenntity", "idemtity", "idenitty"])
    expect(distanceOf(word, "identity"), word).toBe(1);
  expect(nearestPart("identty", "studyondigitalidentityinasean")).toEqual({ from: 14, to: 22, distance: 1 });
  for (const word of ["identity", "government", "cybersecurity"]) expect(keptPieces(word).join("")).toBe(word);
});
