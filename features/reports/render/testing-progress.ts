import type { ReportColumn, ReportModel, ReportRow, ReportTable, Runs } from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import { baseModel, laoTitles, pick, run, text, titleCell } from "./testing-base";

function progressTable(language: Locale): ReportTable {
  const say = (lo: string, en: string) => pick(language, lo, en);
  const sample = (lo: string, en: string): Runs => text(language, say(lo, en), ["sample"]);
  const columns: ReportColumn[] = [
    { key: "number", heading: say("ລ/ດ", "No."), kind: "number", width: 4 },
    { key: "title", heading: say("ກິດຈະກຳ", "Activity"), kind: "text", width: 30 },
    { key: "status", heading: say("ສະຖານະ", "Status"), kind: "text", width: 16 },
    { key: "progress", heading: say("ຄືບໜ້າ", "Progress"), kind: "percent", width: 10 },
    { key: "ends_on", heading: say("ວັນທີສິ້ນສຸດ", "End date"), kind: "day", width: 12 },
    { key: "next", heading: say("ບັນຫາ ແລະ ຂັ້ນຕອນຕໍ່ໄປ", "Issues and next steps"), kind: "text", width: 26 },
  ];
  const rows: ReportRow[] = [
    {
      isSample: false,
      cells: [
        1,
        titleCell(language, laoTitles.policy),
        sample("ກຳລັງປະຕິບັດ\nຕາມແຜນ", "Ongoing\nOn track"),
        60,
        { day: "2023-12-15" },
        sample("ຮ່າງບົດລາຍງານ", "Draft report"),
      ],
    },
    {
      isSample: false,
      cells: [
        2,
        titleCell(language, laoTitles.identity),
        sample("ກຳລັງປະຕິບັດ\nມີຄວາມສ່ຽງ", "Ongoing\nAt risk"),
        45,
        null,
        sample("ຍັງຂາດຂໍ້ມູນຈາກ 4 ປະເທດ", "Data of 4 states still missing"),
      ],
    },
  ];
  return {
    key: "progress",
    name: say("ຄວາມຄືບໜ້າ 2023", "Progress 2023"),
    columns,
    rows,
    titleKey: "title",
    empty: text(language, say("ບໍ່ມີ", "None")),
  };
}

/** The country progress report of Lao PDR for ADGSOM-4. */
export function progressReport(language: Locale): ReportModel {
  const say = (lo: string, en: string) => pick(language, lo, en);
  const heading = (lo: string, en: string) =>
    ({ kind: "heading", level: 1, runs: text(language, say(lo, en)) }) as const;
  return {
    ...baseModel(language),
    kind: "country_progress",
    orientation: "portrait",
    title: run(language, say("ບົດລາຍງານຄວາມຄືບໜ້າ", "Country progress report")),
    subtitle: text(
      language,
      say(
        "ວ່າດ້ວຍ ການຈັດຕັ້ງປະຕິບັດກິດຈະກຳ ADGSOM–ATRC ສົກປີ 2023 ຂອງ ສປປ ລາວ\nສະເໜີຕໍ່ ກອງປະຊຸມເຈົ້າໜ້າທີ່ອາວຸໂສດິຈິຕອນອາຊຽນ ຄັ້ງທີ 04 (ADGSOM-4)",
        "Implementation of ADGSOM–ATRC activities of Lao PDR in 2023\nfor the 4th ASEAN Digital Senior Officials' Meeting (ADGSOM-4)",
      ),
    ),
    samples: { rows: 0, runs: text(language, say("ຂໍ້ມູນຄວາມຄືບໜ້າເປັນຕົວຢ່າງ", "Progress figures are samples")) },
    blocks: [
      heading("I. ສະຫຼຸບ", "I. Summary"),
      {
        kind: "paragraph",
        runs: [
          run(language, say("ແຜນວຽກ ສົກປີ 2023 ມີທັງໝົດ ", "The 2023 work plan holds ")),
          run(language, "13", undefined, true),
          run(
            language,
            say(
              " ກິດຈະກຳ ທີ່ໄດ້ຮັບຮອງໃນກອງປະຊຸມ ADGMIN ຄັ້ງທີ 03 ໃນເດືອນກຸມພາ 2023. ໃນນັ້ນ ສປປ ລາວ ມີ ",
              " activities approved by ADGMIN-3 in February 2023, of which Lao PDR has ",
            ),
          ),
          run(language, "02", undefined, true),
          run(language, say(" ກິດຈະກຳ. ສຳລັບສົກປີ 2024 ມີບົດສະເໜີ ", ". For 2024 there are ")),
          run(language, "15", undefined, true),
          run(language, say(" ກິດຈະກຳ, ໃນນັ້ນ ສປປ ລາວ ສະເໜີ 01 ກິດຈະກຳ.", " proposals, 1 of them of Lao PDR.")),
        ],
      },
      heading("II. ຄວາມຄືບໜ້າກິດຈະກຳ ສົກປີ 2023", "II. Progress of the 2023 activities"),
      { kind: "table", table: progressTable(language) },
      heading("III. ບົດສະເໜີກິດຈະກຳ ສົກປີ 2024", "III. Proposals for 2024"),
      { kind: "list", items: [titleCell(language, laoTitles.drivers)] },
      heading("IV. ບັນຫາ ແລະ ຂໍ້ສະເໜີຕໍ່ກອງປະຊຸມ", "IV. Issues and decisions sought"),
      {
        kind: "decisions_sought",
        items: [
          {
            runs: text(
              language,
              say(
                "ສະເໜີໃຫ້ປະເທດສະມາຊິກສົ່ງຂໍ້ມູນກ່ອນ ວັນທີ 15/01/2024",
                "Member states are asked to send their data by 15/01/2024",
              ),
              ["sample"],
            ),
          },
        ],
        empty: text(language, say("ບໍ່ມີ", "None")),
      },
    ],
  };
}
