import type { SeedActivity } from "./rows";

const article = "mtc-2023-08-24";

/** Items reported to partner sessions of the Joint Working Group: discussed, without a stage. */
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

/** The content of the plans with partners and organisations, from the article. */
export const partnerActivities: readonly SeedActivity[] = [
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
