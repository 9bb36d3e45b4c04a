import type { ActivityKind } from "@/domain/vocabulary";
import { partnerActivities } from "./partner-entries";
import type { SeedActivity, SeedDecision, SeedEntry } from "./rows";

const article = "mtc-2023-08-24";

/**
 * "13 activities … endorsed at the 3rd ADGMIN": the verb as the article prints it, with its
 * normalised outcome.
 */
const approved2023: SeedDecision = {
  meeting: "ADGMIN-3",
  verbPrinted: "ຮັບຮອງ",
  outcome: "approved",
  stageTo: "approved",
  textLo: "ມີທັງໝົດ 13 ກິດຈະກຳທີ່ໄດ້ຮັບຮອງ ໃນກອງປະຊຸມ ADGMIN ຄັ້ງທີ 03",
  source: article,
};

const lao = { state: "LA", agency: "MTC" };

const laoActivities: SeedActivity[] = [
  {
    code: "23-01",
    titleEn: "Identifying policy options to improve investment attraction",
    titleLo: "ການກຳນົດທາງເລືອກທາງດ້ານນະໂຍບາຍເພື່ອປັບປຸງການດຶງດູດການລົງທຶນ",
    original: "lo",
    kind: "study",
    proponent: lao,
    source: article,
    entries: [
      {
        period: "CYCLE-2023",
        stage: "approved",
        counted: "yes",
        wasApproved: true,
        agenda: ["JWG-2023/progress"],
        decisions: [
          approved2023,
          {
            meeting: "ADGMIN-3",
            verbPrinted: "ອະນຸມັດ",
            outcome: "approved",
            textLo: "ໄດ້ຖືກອະນຸມັດເຂົ້າໃນແຜນວຽກທີ່ເປັນບູລິມະສິດຂອງເຈົ້າໜ້າທີ່ອາວຸໂສ (ADGSOM-ATRC) ສຳລັບສົກປີ 2023",
            source: article,
          },
        ],
        priorities: [{ kind: "annual", period: "CYCLE-2023", state: "approved", source: article }],
      },
    ],
  },
  {
    code: "23-02",
    titleEn: "Study on digital identity in ASEAN",
    titleLo: "ການສຶກສາກ່ຽວກັບການກຳນົດຕົວຕົນດິຈິຕອນໃນອາຊຽນ",
    original: "lo",
    kind: "study",
    proponent: lao,
    source: article,
    entries: [
      {
        period: "CYCLE-2023",
        stage: "approved",
        counted: "yes",
        wasApproved: true,
        agenda: ["JWG-2023/progress"],
        decisions: [approved2023],
      },
      {
        // Proposed as a priority, in addition to the fifteen proposals of 2024.
        period: "CYCLE-2024",
        stage: "submitted",
        counted: "no",
        priorities: [
          { kind: "annual", period: "CYCLE-2024", state: "proposed", source: article },
          { kind: "chair_year", period: "CYCLE-2024", state: "proposed", source: article },
        ],
      },
    ],
  },
  {
    code: "24-01",
    titleEn: "Understanding digital drivers of investment in ASEAN manufacturing and services",
    titleLo: "ຄວາມເຂົ້າໃຈກ່ຽວກັບຕົວຂັບເຄື່ອນດິຈິຕອນຂອງການລົງທຶນເຂົ້າໃນອຸດສາຫະກໍາການຜະລິດ ແລະ ການບໍລິການຂອງອາຊຽນ",
    original: "lo",
    kind: "study",
    proponent: lao,
    source: article,
    entries: [
      {
        period: "CYCLE-2024",
        stage: "considered",
        counted: "yes",
        decisions: [
          {
            meeting: "JWG-2023",
            verbPrinted: "ປຶກສາຫາລື",
            outcome: "considered",
            stageTo: "considered",
            point: "proposals",
            textLo: "ກອງປະຊຸມຍັງໄດ້ປຶກສາຫາລືບັນດາບົດສະເໜີກິດຈະກຳອາຊຽນ ສົກປີ 2024 ຊຶ່ງມີທັງໝົດ 15 ກິດຈະກຳ",
            source: article,
          },
        ],
        priorities: [{ kind: "ministers_agenda", meeting: "ADGMIN-4", state: "proposed", source: article }],
      },
    ],
  },
];

type Named = [code: string, titleEn: string, titleLo: string, kind: ActivityKind];

/**
 * Names as their sources print them. No source states whether they are part of the official number,
 * nor their progress.
 */
const named = (state: string, period: string, source: string, rows: readonly Named[], rest: Partial<SeedEntry> = {}) =>
  rows.map(
    ([code, titleEn, titleLo, kind]): SeedActivity => ({
      code,
      titleEn,
      titleLo,
      original: "en",
      kind,
      proponent: { state },
      source,
      entries: [{ period, stage: null, counted: "unknown", ...rest }],
    }),
  );

const endorsed2024: SeedDecision = {
  meeting: "ADGMIN-4",
  verbPrinted: "endorsed",
  outcome: "approved",
  stageTo: "approved",
  textEn: "The ministers endorsed the 2024 work plan.",
  source: "mtic-adgmin-4",
};

const otherStates: SeedActivity[] = [
  ...named("PH", "CYCLE-2023", "manila-bulletin-2023", [
    [
      "23-03",
      "Regional Cooperation for Cybersecurity Knowledge and Skills Development",
      "ການຮ່ວມມືພາກພື້ນເພື່ອພັດທະນາຄວາມຮູ້ ແລະ ທັກສະດ້ານຄວາມປອດໄພທາງໄຊເບີ",
      "training",
    ],
    [
      "23-04",
      "Development of a Regional Stocktaking Process for Digital Government Solutions in ASEAN",
      "ການພັດທະນາຂະບວນການສຳຫຼວດວິທີແກ້ໄຂລັດຖະບານດິຈິຕອນໃນອາຊຽນ",
      "study",
    ],
  ]),
  ...named(
    "BN",
    "CYCLE-2024",
    "mtic-adgmin-4",
    [
      ["24-02", "Govstack initiative ASEAN", "ຂໍ້ລິເລີ່ມ Govstack ອາຊຽນ", "system"],
      ["24-03", "Established ASEAN Internet Exchange Network [sic]", "ການສ້າງຕັ້ງເຄືອຂ່າຍແລກປ່ຽນອິນເຕີເນັດອາຊຽນ", "system"],
    ],
    { stage: "approved", wasApproved: true, decisions: [endorsed2024] },
  ),
  ...named("MY", "CYCLE-2025", "usasean-adgmin-5", [
    ["25-01", "AI SAFE network", "ເຄືອຂ່າຍ AI SAFE", "system"],
    ["25-02", "ASEAN Guide on Sustainable Data Center Development", "ຄູ່ມືອາຊຽນວ່າດ້ວຍການພັດທະນາສູນຂໍ້ມູນແບບຍືນຍົງ", "guideline"],
    ["25-03", "Cross-Border Cloud Computing Framework", "ຂອບການປະມວນຜົນຄລາວຂ້າມແດນ", "framework"],
    [
      "25-04",
      "ASEAN Cybersecurity Cooperation Strategy 2026-2030",
      "ຍຸດທະສາດການຮ່ວມມືດ້ານຄວາມປອດໄພທາງໄຊເບີອາຊຽນ 2026-2030",
      "framework",
    ],
    ["25-05", "5G workforce training", "ການຝຶກອົບຮົມກຳລັງຄົນດ້ານ 5G", "training"],
  ]),
];

export const activityRows: readonly SeedActivity[] = [...laoActivities, ...otherStates, ...partnerActivities];
