/**
 * One Lao word for one term. The words in the second column were used for the term before and mean
 * something else, or are spoken language; i18n/glossary.md has the sources and the open questions.
 */
const retired: readonly (readonly [use: string, instead: RegExp])[] = [
  ["ຜົນໄດ້ຮັບທີ່ຕ້ອງການ", /ໝາກຜົນທີ່ຄາດໝາຍ|ຜົນທີ່ຄາດ(ຫວັງ|ໝາຍ)/],
  ["ການລາຍງານ", /ການປັບປຸງ/],
  ["ແຫຼ່ງຂໍ້ມູນ", /ແຫຼ່ງທີ່ມາ/],
  ["ຄູ່ຮ່ວມມື, ປະເທດຄູ່ຮ່ວມ", /(?<!ປະເທດ)ຄູ່ຮ່ວມ(?!ມື|ພັດທະນາ)/],
  ["ຕົວກັ່ນຕອງ", /ຕົວກອງ|ການກັ່ນຕອງ/],
  ["ບັນທຶກການກວດສອບ", /ບັນທຶກກວດກາ/],
  ["ຂອບການຮ່ວມມື, ຂອບວຽກ", /(?<!ປະ)ກອບ/],
  ["ພະແນກອາຊຽນ", /(?<!ຫົວໜ້າ)ພະແນກ(?!ອາຊຽນ|ທ່ານ|ນັ້ນ)|ໜ່ວຍງານອາຊຽນ|ໂຕະວຽກ/],
  ["ລາຍການຕິດຕາມ", /ທວງ/],
  ["ເອກະສານການຮ່ວມມື", /ເຄື່ອງມື/],
  ["ແຜນການຕໍ່ໜ້າ", /ຂັ້ນຕອນຕໍ່ໄປ/],
  ["ລິ້ງປະຕິທິນ", /ທີ່ຢູ່(ຂອງ)?ປະຕິທິນ/],
  ["ປຸ່ມລັດ", /ຄີລັດ|ຄີດຽວ/],
  ["ທີ່ກົງກັບຕົວກັ່ນຕອງ", /ເລືອກເຟັ້ນ/],
  ["ຫຼ້າສຸດ", /ລ່າສຸດ/],
  ["ບໍ່?", /ບໍ\?/],
  ["ຕອນນີ້, ໃນປັດຈຸບັນ", /ດຽວນີ້/],
  ["ຄົງເດີມ", /ຄືເກົ່າ/],
  ["ຍັງບໍ່ສຳເລັດ", /ຍັງບໍ່(ທັນ)?ແລ້ວ/],
  ["ຂອງຂ້າພະເຈົ້າ, ຂອງຜູ້ອື່ນ", /ຂອງຂ້ອຍ|ຂອງເຂົາ(?!ເຈົ້າ)/],
  ["ຢູ່ໜ້ານັ້ນ", /ຢູ່ຫັ້ນ/],
];

/** Terms of the English texts with the Lao word that stands for them in every message. */
const terms: readonly (readonly [english: RegExp, lao: RegExp])[] = [
  [/\bDesired Outcomes?\b/, /ຜົນໄດ້ຮັບທີ່ຕ້ອງການ/],
  [/\bcycles?\b/i, /ສົກປີ|^\{name\}$/],
  [/\bfiles?\b/i, /ໄຟລ໌/],
  [/\bfilters?\b/i, /ຕົວກັ່ນຕອງ/],
  [/\baudit log\b/i, /ບັນທຶກການກວດສອບ/],
  [/\binstruments?\b/i, /ເອກະສານ/],
  [/\bpartners?\b/i, /ຄູ່ຮ່ວມ|ເອກະສານການຮ່ວມມື/],
  [/\btheme\b/i, /ຄຳຂວັນ/],
  [/\bprogramme\b/i, /ແຜນງານ/],
  [/\bnext steps\b/i, /ແຜນການຕໍ່ໜ້າ|ສິ່ງທີ່ຈະມາເຖິງ/],
];

/** The retired words in a Lao text, each with the word to use. */
export function retiredLaoIn(text: string): string[] {
  return retired.flatMap(([use, instead]) => {
    const found = instead.exec(text);
    return found ? [`${found[0]} → ${use}`] : [];
  });
}

/** The terms of an English text whose Lao word its translation lacks. */
export function missingTerms(english: string, lao: string): string[] {
  return terms.flatMap(([term, word]) => {
    const named = term.exec(english);
    return named && !word.test(lao) ? [`${named[0]} → ${word.source}`] : [];
  });
}

/** True if the text is in NFC and has no invisible character. */
export function isCleanText(text: string): boolean {
  return text === text.normalize("NFC") && !/\p{Cf}/u.test(text);
}
