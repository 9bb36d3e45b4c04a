import type { ReportModel, RunMark, Runs, TextRun } from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import { reportWords } from "../report-words";

/*
 * Reports for the tests of the renderers. Counts, meetings and the three Lao titles are those of
 * the ministry's article of 24/08/2023; every status, figure and remark is invented and marked as a
 * sample.
 */

/** One run of text. */
export const run = (lang: Locale, text: string, marks?: readonly RunMark[], strong?: boolean): TextRun => ({
  lang,
  text,
  marks,
  strong,
});
/** Text consisting of one run. */
export const text = (lang: Locale, words: string, marks?: readonly RunMark[]): Runs => [run(lang, words, marks)];

/** Titles as the ministry's article prints them, with our translation. */
export const laoTitles = {
  policy: {
    lo: "ການກຳນົດທາງເລືອກທາງດ້ານນະໂຍບາຍເພື່ອປັບປຸງການດຶງດູດການລົງທຶນ",
    en: "Identifying policy options to improve investment attraction",
  },
  identity: { lo: "ການສຶກສາກ່ຽວກັບການກຳນົດຕົວຕົນດິຈິຕອນໃນອາຊຽນ", en: "Study on digital identity in ASEAN" },
  drivers: {
    lo: "ຄວາມເຂົ້າໃຈກ່ຽວກັບຕົວຂັບເຄື່ອນດິຈິຕອນຂອງການລົງທຶນເຂົ້າໃນອຸດສາຫະກໍາການຜະລິດ ແລະ ການບໍລິການຂອງອາຊຽນ",
    en: "Understanding digital drivers of investment in ASEAN manufacturing and services",
  },
} as const;

/** A title in the report's language, marked where it is our translation. */
export function titleCell(language: Locale, title: { lo: string; en: string }): Runs {
  return language === "lo" ? text("lo", title.lo) : text("en", title.en, ["translation"]);
}

/** The messages of one language. */
export const pick = (language: Locale, lo: string, en: string) => (language === "lo" ? lo : en);

/** Common fields of the sample reports. */
export function baseModel(
  language: Locale,
): Omit<ReportModel, "kind" | "orientation" | "title" | "subtitle" | "blocks" | "samples"> {
  const say = (lo: string, en: string) => pick(language, lo, en);
  return {
    language,
    warnings: [],
    header: {
      country: [run(language, say("ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ", "Lao People's Democratic Republic"))],
      motto: run(
        language,
        say("ສັນຕິພາບ ເອກະລາດ ປະຊາທິປະໄຕ ເອກະພາບ ວັດທະນາຖາວອນ", "Peace Independence Democracy Unity Prosperity"),
      ),
      rule: "---000---",
      ministry: run(language, say("ກະຊວງເຕັກໂນໂລຊີ ແລະ ການສື່ສານ", "Ministry of Technology and Communications")),
      unit: run(language, say("ຫ້ອງການກະຊວງ, ພະແນກອາຊຽນ", "Cabinet, ASEAN Division")),
      number: run(language, say("ເລກທີ ........../ຕສ", "No. ........../ຕສ")),
      placeAndDate: run(language, say("ນະຄອນຫຼວງວຽງຈັນ, ວັນທີ 20/11/2023", "Vientiane Capital, 20/11/2023")),
    },
    confidentiality: run(language, say("ໃຊ້ພາຍໃນ", "For internal use")),
    meta: [
      { label: say("ສົກປີ", "Period"), value: text(language, "2023") },
      {
        label: say("ກອງປະຊຸມ", "Meeting"),
        value: text(language, say("ADGSOM-4, ສິງກະໂປ", "ADGSOM-4, Singapore")),
      },
      { label: say("ພິມເມື່ອ", "Printed"), value: text(language, "20/11/2023 10:38") },
    ],
    signature: {
      placeAndDate: null,
      title: run(language, say("ຫົວໜ້າພະແນກອາຊຽນ", "Head of the ASEAN Division")),
      name: run(language, "................................"),
    },
    distribution: {
      heading: say("ບ່ອນສົ່ງ:", "Distribution:"),
      items: [
        text(language, say("ຫ້ອງການກະຊວງ", "Cabinet of the Ministry")),
        text(language, say("ກອງເລຂາອາຊຽນ", "ASEAN Secretariat")),
      ],
    },
    notes: [
      {
        heading: say("ແຫຼ່ງຂໍ້ມູນ", "Sources"),
        items: [
          text(
            language,
            say(
              "ຂ່າວຂອງກະຊວງເຕັກໂນໂລຊີ ແລະ ການສື່ສານ, 24/08/2023",
              "News of the Ministry of Technology and Communications, 24/08/2023",
            ),
          ),
        ],
      },
    ],
    issuer: say("ພະແນກອາຊຽນ, ຫ້ອງການກະຊວງ", "ASEAN Division, Cabinet"),
    laoFont: "Phetsarath OT",
    madeAt: "2023-11-20T03:38:00.000Z",
    words: reportWords(language),
  };
}
