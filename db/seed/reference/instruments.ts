import type { InstrumentKind, InstrumentState } from "@/domain/vocabulary";

export type SeedInstrument = {
  partner: string;
  kind: InstrumentKind;
  nameEn: string;
  nameLo: string;
  /** True if the Lao name is not from the source. */
  loIsTranslation: boolean;
  state: InstrumentState;
  /** Years only: no source names days. */
  from?: number;
  to?: number;
  noteEn?: string;
  noteLo?: string;
  source: string;
};

/**
 * The instruments of ASEAN and its partners in digital matters, as far as sources describe them.
 */
export const instrumentRows: readonly SeedInstrument[] = [
  {
    partner: "CN",
    kind: "memorandum",
    nameEn: "ASEAN–China memorandum of understanding on cooperation in communications, digital and technology",
    nameLo: "ບົດບັນທຶກຄວາມເຂົ້າໃຈ ອາຊຽນ-ສປ ຈີນ ວ່າດ້ວຍການຮ່ວມມືດ້ານການສື່ສານ, ດິຈິຕອນ ແລະ ເຕັກໂນໂລຊີ",
    loIsTranslation: true,
    state: "announced",
    from: 2024,
    to: 2029,
    noteEn: "Welcomed on 2 February 2024.",
    noteLo: "ໄດ້ຮັບການຍິນດີຕ້ອນຮັບໃນວັນທີ 2 ກຸມພາ 2024.",
    source: "asean-id-adgmin-4",
  },
  {
    partner: "CN",
    kind: "action_plan",
    nameEn: "New five-year ASEAN–China plan of action",
    nameLo: "ແຜນປະຕິບັດງານໃໝ່ 5 ປີ ອາຊຽນ-ສປ ຈີນ",
    loIsTranslation: true,
    state: "preparing",
    noteEn: "In preparation in January 2025.",
    noteLo: "ກຳລັງກະກຽມໃນເດືອນມັງກອນ 2025.",
    source: "peoples-daily-2025",
  },
  {
    partner: "CN",
    kind: "action_plan",
    nameEn: "Plan of Action to Implement the Beijing Declaration on ASEAN–China ICT cooperation",
    nameLo: "ແຜນປະຕິບັດຖະແຫຼງການປັກກິ່ງ ວ່າດ້ວຍການຮ່ວມມືດ້ານ ICT ອາຊຽນ-ສປ ຈີນ",
    loIsTranslation: true,
    state: "ended",
    from: 2007,
    to: 2012,
    source: "asean-china-ict-plan",
  },
  {
    partner: "JP",
    kind: "programme",
    nameEn: "ASEAN–Japan Cybersecurity Capacity Building Centre (AJCCBC), Step 2",
    nameLo: "ສູນຝຶກອົບຮົມວຽກງານຄວາມປອດໄພທາງໄຊເບີ ຮ່ວມລະຫວ່າງ ອາຊຽນ-ຍີ່ປຸ່ນ (AJCCBC), ໄລຍະທີ 2",
    loIsTranslation: true,
    state: "announced",
    noteEn: "In Bangkok, by the Japan–ASEAN Integration Fund (JAIF); 280 trainees are its target.",
    noteLo: "ຢູ່ບາງກອກ, ດ້ວຍທຶນ JAIF; ເປົ້າໝາຍ 280 ຜູ້ຮັບການຝຶກອົບຮົມ.",
    source: "jaif-ajccbc-2",
  },
  {
    partner: "JP",
    kind: "programme",
    nameEn: "Collaborative activities of the ASEAN–Japan Cybersecurity Policy Meeting",
    nameLo: "ກິດຈະກຳຮ່ວມມືຂອງກອງປະຊຸມນະໂຍບາຍຄວາມປອດໄພທາງໄຊເບີ ອາຊຽນ-ຍີ່ປຸ່ນ",
    loIsTranslation: true,
    state: "announced",
    from: 2009,
    noteEn: "The meeting is held each year since 2009.",
    noteLo: "ກອງປະຊຸມຈັດຂຶ້ນທຸກປີນັບແຕ່ 2009.",
    source: "mic-japan-2020",
  },
  {
    partner: "KR",
    kind: "programme",
    nameEn: "Digital innovation project of the Republic of Korea and ASEAN (KADIF)",
    nameLo: "ໂຄງການນະວັດຕະກຳດິຈິຕອນ ສ.ເກົາຫຼີ-ອາຊຽນ (KADIF)",
    loIsTranslation: true,
    state: "in_force",
    to: 2029,
    noteEn:
      "USD 30 million over five years from the ASEAN–ROK fund; five projects: common data ecosystem, high-performance computing, Digital Academy, AI contest, AI solutions. The academies start with Indonesia and Lao PDR.",
    noteLo:
      "USD 30 ລ້ານ ໃນ 5 ປີ ຈາກກອງທຶນ ອາຊຽນ-ສ.ເກົາຫຼີ; 5 ໂຄງການ: ລະບົບນິເວດຂໍ້ມູນຮ່ວມ, ຄອມພິວເຕີປະສິດທິພາບສູງ, ສະຖາບັນດິຈິຕອນ, ການແຂ່ງຂັນ AI, ທາງອອກ AI. ສະຖາບັນເລີ່ມຢູ່ ອິນໂດເນເຊຍ ແລະ ສປປ ລາວ.",
    source: "kadif-launch",
  },
  {
    partner: "IN",
    kind: "work_plan",
    nameEn: "India–ASEAN Digital Work Plan 2022",
    nameLo: "ແຜນວຽກດິຈິຕອນ ອິນເດຍ-ອາຊຽນ 2022",
    loIsTranslation: true,
    state: "announced",
    from: 2022,
    to: 2022,
    source: "orissadiary-adgmin-2",
  },
  {
    partner: "IN",
    kind: "work_plan",
    nameEn: "India–ASEAN Digital Work Plan 2023",
    nameLo: "ແຜນວຽກດິຈິຕອນ ອິນເດຍ-ອາຊຽນ 2023",
    loIsTranslation: true,
    state: "announced",
    from: 2023,
    to: 2023,
    source: "gktoday-india-2023",
  },
  {
    partner: "EU",
    kind: "work_plan",
    nameEn: "ASEAN–EU Digital Work Plan 2024",
    nameLo: "ແຜນວຽກດິຈິຕອນ ອາຊຽນ-EU 2024",
    loIsTranslation: true,
    state: "announced",
    from: 2024,
    to: 2024,
    noteEn: "With the ASEAN Digital Index (ADIX).",
    noteLo: "ພ້ອມດ້ວຍດັດສະນີດິຈິຕອນ ອາຊຽນ (ADIX).",
    source: "asean-eu-2024",
  },
  {
    partner: "EU",
    kind: "programme",
    nameEn: "ASEAN Digital Index (ADIX)",
    nameLo: "ດັດສະນີດິຈິຕອນ ອາຊຽນ (ADIX)",
    loIsTranslation: true,
    state: "announced",
    noteEn: "By E-READI; workshops in 2021, its launch was planned for March 2023.",
    noteLo: "ໂດຍ E-READI; ສຳມະນາໃນປີ 2021, ກຳນົດເປີດຕົວໃນເດືອນມີນາ 2023.",
    source: "eu-adix",
  },
  {
    partner: "APT",
    kind: "strategic_plan",
    nameEn: "APT strategic plan 2024–2026",
    nameLo: "ແຜນຍຸດທະສາດ ສົກປີ 2024-2026 ຂອງອົງການໂທລະຄົມມະນາຄົມ ອາຊີ-ປາຊີຟິກ",
    loIsTranslation: false,
    state: "preparing",
    from: 2024,
    to: 2026,
    noteEn: "Lao PDR (MTC) chairs the group that drafts it.",
    noteLo: "ສປປ ລາວ ເປັນປະທານຄະນະຄົ້ນຄວ້າຮ່າງແຜນ.",
    source: "mtc-2023-08-24",
  },
];
