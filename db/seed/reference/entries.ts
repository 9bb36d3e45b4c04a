import type { DecisionOutcome, Stage } from "@/domain/lifecycle";
import type { ActivityKind, Counted, Locale, PriorityKind, PriorityState } from "@/domain/vocabulary";

export type SeedDecision = {
  meeting: string;
  verbPrinted: string;
  outcome: DecisionOutcome;
  stageTo?: Stage;
  textEn?: string;
  textLo?: string;
  source: string;
  /** The point of the meeting's agenda. */
  point?: string;
};

export type SeedEntry = {
  /** Period of the plan, and the partner whose plan it is. */
  period: string;
  partner?: string;
  stage: Stage | null;
  counted: Counted;
  wasApproved?: boolean;
  /** Points of agendas under which it stood without a decision, as `JWG-2023/progress`. */
  agenda?: readonly string[];
  decisions?: readonly SeedDecision[];
  priorities?: readonly {
    kind: PriorityKind;
    period?: string;
    meeting?: string;
    state: PriorityState;
    source: string;
  }[];
};

export type SeedActivity = {
  code: string;
  titleEn: string;
  titleLo: string | null;
  original: Locale;
  kind: ActivityKind;
  proponent: { state?: string; agency?: string; partner?: string } | null;
  participants?: readonly string[];
  source: string;
  quote?: string;
  note?: string;
  entries: readonly SeedEntry[];
};

const article = "mtc-2023-08-24";

/** "13 activities … endorsed at the 3rd ADGMIN": the verb as the article prints it, and what it amounts to. */
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
        ...{ period: "CYCLE-2023", stage: "approved", counted: "yes", wasApproved: true },
        ...{ agenda: ["JWG-2023/progress"], decisions: [approved2023] },
      },
      {
        // Proposed as a priority, beside the fifteen proposals of 2024.
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

/** Items of which partner sessions of the Joint Working Group heard: discussed, without a stage. */
const partnerItem = (
  code: string,
  partner: string,
  period: string,
  titleEn: string,
  titleLo: string,
  rest: Pick<SeedActivity, "kind"> & Partial<SeedActivity> = { kind: "cooperation" },
): SeedActivity => ({
  code,
  titleEn,
  titleLo,
  original: "lo",
  proponent: { partner },
  source: article,
  ...rest,
  entries: [
    {
      period,
      partner,
      stage: null,
      counted: "unknown",
      decisions: [
        { meeting: "JWG-2023", verbPrinted: "ປຶກສາຫາລື", outcome: "discussed", source: article, point: "partners" },
      ],
    },
  ],
});

const partnerActivities: SeedActivity[] = [
  partnerItem(
    "23-05",
    "CN",
    "CN-2023-2024",
    "Plan for signing the memorandum of understanding between ASEAN and China, and cooperation plans for 2023–2024 including digital-economy cooperation",
    "ແຜນການເຊັນບົດບັນທຶກຄວາມເຂົ້າໃຈລະຫວ່າງ ASEAN-ສປ ຈີນ ແລະ ບັນດາແຜນການຮ່ວມມື ໃນສົກປີ 2023-2024 ທີ່ລວມມີແຜນກິດຈະກຳການຮ່ວມມືດ້ານເສດຖະກິດດິຈິຕອນ",
  ),
  partnerItem(
    "23-06",
    "JP",
    "CYCLE-2023",
    "Continued support of the joint ASEAN–Japan cybersecurity training centre, and cooperation plans in the 50th year of ASEAN–Japan relations",
    "ແຜນການສຶບຕໍ່ຊຸກຍູ້ສູນຝຶກອົບຮົມວຽກງານຄວາມປອດໄພທາງໄຊເບີ ຮ່ວມລະຫວ່າງ ASEAN-ຍີ່ປຸ່ນ ແລະ ບັນດາແຜນການຮ່ວມມື ໃນປີສະເຫຼີມສະຫຼອງ 50 ປີສາຍພົວພັນ ASEAN-Japan",
    { kind: "training" },
  ),
  partnerItem(
    "23-07",
    "KR",
    "CYCLE-2023",
    "ASEAN–Republic of Korea cooperation plan with many activities",
    "ແຜນການຮ່ວມມື ລະຫວ່າງ ASEAN-ສ.ເກົາຫຼີ ທີ່ມີຫຼາຍກິດຈະກຳ",
    { kind: "cooperation", participants: ["LA"] },
  ),
  partnerItem(
    "23-08",
    "EU",
    "CYCLE-2023",
    "Continued seminars, training and studies for building the ASEAN Digital Index (ADIX) with the EU",
    "ແຜນສຶບຕໍ່ກິດຈະກຳສຳມະນາ, ຝຶກອົບຮົມ ແລະ ສຶກສາ ການສ້າງດັດສະນີດິຈິຕອນ ອາຊຽນ ADIX ຮ່ວມກັບ EU",
    { kind: "study" },
  ),
  partnerItem(
    "23-09",
    "ITU",
    "CYCLE-2023",
    "ITU priority work plans, including gender equality in the sector and guidance on public-sector digital transformation",
    "ບັນດາແຜນວຽກບູລິມະສິດຂອງສະຫະພາບໂທລະຄົມມະນາຄົມສາກົນ ທີ່ລວມມີການສົ່ງເສີມບົດບາດຄວາມສະເໝີພາບ ຍິງ-ຊາຍ ໃນຂະແໜງການ ແລະ ຄຳແນະນຳກ່ຽວກັບການຫັນເປັນດິຈິຕອນຂອງພາກລັດ",
    { kind: "guideline" },
  ),
  partnerItem(
    "24-04",
    "APT",
    "APT-2024-2026",
    "Drafting of the APT strategic plan 2024–2026, whose study group Lao PDR (MTC) chairs",
    "ແຜນການຮ່າງແຜນຍຸດທະສາດ ສົກປີ 2024-2026 ຂອງອົງການໂທລະຄົມມະນາຄົມ ອາຊີ-ປາຊີຟິກ",
    { kind: "framework", participants: ["LA"] },
  ),
  partnerItem(
    "23-10",
    "IN",
    "CYCLE-2023",
    "Annual digital and ICT cooperation plan with India",
    "ແຜນການຮ່ວມມືທາງດ້ານດິຈິຕອນ ແລະ ICT ປະຈຳປີ ຮ່ວມກັບອິນເດຍ",
  ),
  partnerItem(
    "23-11",
    "US",
    "CYCLE-2023",
    "Annual digital and ICT cooperation plan with the United States",
    "ແຜນການຮ່ວມມືທາງດ້ານດິຈິຕອນ ແລະ ICT ປະຈຳປີ ຮ່ວມກັບສະຫະລັດ ອາເມລິກາ",
  ),
];

type Named = [code: string, titleEn: string, titleLo: string, kind: ActivityKind];

/** Names as their sources print them; no source says whether they are among the official number, nor how far they are. */
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
