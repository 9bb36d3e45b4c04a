import type { PlanState } from "@/domain/vocabulary";

type SeedPlan = {
  cycle: number;
  state: PlanState;
  masterplan: string;
  /** True if no source describes the plan: it is empty and marked as such. */
  isFrame: boolean;
  sources: readonly string[];
  counts: readonly { kind: "approved" | "proposed"; state?: string; count: number; source: string }[];
};

/** The ADGSOM-ATRC work plans, with their official counts. */
export const planRows: readonly SeedPlan[] = [
  { cycle: 2021, state: "approved", masterplan: "ADM2025", isFrame: true, sources: [], counts: [] },
  { cycle: 2022, state: "approved", masterplan: "ADM2025", isFrame: true, sources: [], counts: [] },
  {
    cycle: 2023,
    state: "approved",
    masterplan: "ADM2025",
    isFrame: false,
    sources: ["mtc-2023-08-24"],
    counts: [
      { kind: "approved", count: 13, source: "mtc-2023-08-24" },
      { kind: "approved", state: "LA", count: 2, source: "mtc-2023-08-24" },
    ],
  },
  {
    cycle: 2024,
    state: "proposed",
    masterplan: "ADM2025",
    isFrame: false,
    sources: ["mtc-2023-08-24", "mtic-adgmin-4"],
    counts: [
      { kind: "proposed", count: 15, source: "mtc-2023-08-24" },
      { kind: "proposed", state: "LA", count: 1, source: "mtc-2023-08-24" },
    ],
  },
  { cycle: 2025, state: "approved", masterplan: "ADM2025", isFrame: false, sources: ["asean-adgmin-5"], counts: [] },
  {
    cycle: 2026,
    state: "approved",
    masterplan: "ADM2030",
    isFrame: false,
    sources: ["vjst-2026"],
    counts: [{ kind: "approved", count: 17, source: "vjst-2026" }],
  },
];

/** The plans with partners that the ministry's article mentions. */
export const partnerPlanRows = [
  {
    partner: "CN",
    period: "CN-2023-2024",
    titleEn: "ASEAN–China cooperation plans 2023–2024",
    titleLo: "ແຜນການຮ່ວມມື ອາຊຽນ-ສປ ຈີນ ສົກປີ 2023-2024",
  },
  { partner: "JP", period: "CYCLE-2023", titleEn: "ASEAN–Japan cooperation 2023", titleLo: "ການຮ່ວມມື ອາຊຽນ-ຍີ່ປຸ່ນ 2023" },
  {
    partner: "KR",
    period: "CYCLE-2023",
    titleEn: "ASEAN–Republic of Korea cooperation 2023",
    titleLo: "ການຮ່ວມມື ອາຊຽນ-ສ.ເກົາຫຼີ 2023",
  },
  { partner: "EU", period: "CYCLE-2023", titleEn: "ASEAN–EU cooperation 2023", titleLo: "ການຮ່ວມມື ອາຊຽນ-EU 2023" },
  { partner: "ITU", period: "CYCLE-2023", titleEn: "ASEAN–ITU cooperation 2023", titleLo: "ການຮ່ວມມື ອາຊຽນ-ITU 2023" },
  {
    partner: "APT",
    period: "APT-2024-2026",
    titleEn: "APT strategic plan 2024–2026",
    titleLo: "ແຜນຍຸດທະສາດ APT ສົກປີ 2024-2026",
  },
  { partner: "IN", period: "CYCLE-2023", titleEn: "ASEAN–India cooperation 2023", titleLo: "ການຮ່ວມມື ອາຊຽນ-ອິນເດຍ 2023" },
  {
    partner: "US",
    period: "CYCLE-2023",
    titleEn: "ASEAN–United States cooperation 2023",
    titleLo: "ການຮ່ວມມື ອາຊຽນ-ສະຫະລັດ ອາເມລິກາ 2023",
  },
] as const;
