import { underWay } from "./phrases";
import type { SampleActivity, SampleEntry } from "./rows";

type Rest = Omit<SampleEntry, "code" | "lead" | "activity" | "planned"> & { planned?: SampleEntry["planned"] };

/** An entry for the whole year 2026. */
const entry = (code: string, lead: string, activity: SampleActivity | undefined, rest: Rest): SampleEntry => ({
  code,
  lead,
  activity,
  planned: ["2026-03-01", "2026-12-31"],
  ...rest,
});

/** Sample entries of the 2026 work plan, the first under ADM 2030. */
export const entries2026: readonly SampleEntry[] = [
  entry("25-15", "VN", undefined, {
    takePart: "all",
    fund: "ASEAN ICT Fund",
    budget: ["26500.00", "9000.00"],
    planned: ["2026-02-01", "2026-07-31"],
    actual: ["2026-02-09"],
    reports: [underWay("2026-02-20", "framework", 65)],
  }),
  entry(
    "26-01",
    "BN",
    {
      en: "Guideline on incident reports by providers of digital services",
      lo: "ຂໍ້ແນະນຳການລາຍງານເຫດການຂອງຜູ້ໃຫ້ບໍລິການດິຈິຕອນ",
      kind: "guideline",
      outcomes: [4],
    },
    { takePart: "all", budget: ["30000.00", null] },
  ),
  entry(
    "26-02",
    "KH",
    {
      en: "Training of technicians for community networks",
      lo: "ການຝຶກອົບຮົມຊ່າງເຕັກນິກສຳລັບເຄືອຂ່າຍຊຸມຊົນ",
      kind: "training",
      outcomes: [1],
    },
    { takePart: ["LA", "MM", "PH", "TL"], funders: ["JP"], budget: ["52000.00", null] },
  ),
  entry(
    "26-03",
    "KH",
    {
      en: "Awareness week on online scams",
      lo: "ອາທິດປູກຈິດສຳນຶກກ່ຽວກັບການຫຼອກລວງທາງອອນລາຍ",
      kind: "event",
      outcomes: [4],
    },
    {
      takePart: "all",
      budget: ["19000.00", "2500.00"],
      planned: ["2026-02-01", "2026-06-30"],
      actual: ["2026-02-02"],
      reports: [underWay("2026-02-26", "event", 25)],
    },
  ),
  entry(
    "26-04",
    "ID",
    {
      en: "Study on the electricity and water use of data centres",
      lo: "ການສຶກສາການນຳໃຊ້ໄຟຟ້າ ແລະ ນ້ຳຂອງສູນຂໍ້ມູນ",
      kind: "study",
      outcomes: [7],
    },
    { takePart: ["MY", "SG", "TH", "VN"], funders: ["EU"], budget: ["74000.00", null] },
  ),
  entry(
    "26-05",
    "ID",
    {
      en: "Open-access terms for shared optical fibre",
      lo: "ເງື່ອນໄຂການເຂົ້າເຖິງແບບເປີດສຳລັບໄຍແກ້ວນຳແສງທີ່ນຳໃຊ້ຮ່ວມກັນ",
      kind: "framework",
      outcomes: [1],
    },
    { takePart: "all", fund: "ASEAN ICT Fund", budget: ["63000.00", null] },
  ),
  entry(
    "26-06",
    "LA",
    {
      en: "Study on the digital connections of landlocked areas",
      lo: "ການສຶກສາການເຊື່ອມຕໍ່ດິຈິຕອນຂອງເຂດທີ່ບໍ່ມີທາງອອກສູ່ທະເລ",
      original: "lo",
      kind: "study",
      outcomes: [1],
      summary: [
        "Routes, prices and reserve capacity of the land cables on which landlocked areas depend.",
        "ເສັ້ນທາງ, ລາຄາ ແລະ ຄວາມອາດສາມາດສຳຮອງຂອງສາຍເຄເບິນທາງບົກທີ່ເຂດບໍ່ມີທາງອອກສູ່ທະເລຕ້ອງອາໄສ.",
      ],
    },
    {
      takePart: ["KH", "MM", "TH", "VN"],
      funders: ["CN"],
      budget: ["58000.00", "6000.00"],
      planned: ["2026-02-01", "2026-12-31"],
      actual: ["2026-02-10"],
      reports: [
        underWay("2026-02-24", "study", 10, {
          schedule: "at_risk",
          reason: "ຍັງບໍ່ທັນໄດ້ຂໍ້ມູນລາຄາຈາກຜູ້ໃຫ້ບໍລິການສອງລາຍ.",
        }),
      ],
      shares: [{ state: "TH", on: "2026-02-25", status: "ongoing", note: "Focal point named; data request received." }],
    },
  ),
  entry(
    "26-07",
    "LA",
    {
      en: "Training on the use of AI in public administration",
      lo: "ການຝຶກອົບຮົມການນຳໃຊ້ AI ໃນວຽກງານບໍລິຫານລັດ",
      original: "lo",
      kind: "training",
      outcomes: [7],
    },
    { coLeads: ["VN"], takePart: ["BN", "KH", "MM", "TL"], funders: ["KR"], budget: ["47000.00", null] },
  ),
  entry(
    "26-08",
    "LA",
    {
      en: "Guideline on the protection of personal data for local authorities",
      lo: "ຂໍ້ແນະນຳການປົກປ້ອງຂໍ້ມູນສ່ວນບຸກຄົນສຳລັບອົງການປົກຄອງທ້ອງຖິ່ນ",
      original: "lo",
      kind: "guideline",
      outcomes: [4],
    },
    { takePart: "all", budget: ["24000.00", null] },
  ),
  entry(
    "26-09",
    "MY",
    {
      en: "Common form for reporting the carbon footprint of networks",
      lo: "ແບບລາຍງານຮ່ວມກ່ຽວກັບການປ່ອຍກາກບອນຂອງເຄືອຂ່າຍ",
      kind: "framework",
      outcomes: [7],
    },
    {
      takePart: "all",
      fund: "ASEAN ICT Fund",
      budget: ["45000.00", "3000.00"],
      actual: ["2026-02-16"],
      reports: [underWay("2026-02-27", "framework", 15)],
    },
  ),
  entry(
    "26-10",
    "MM",
    { en: "Shared register of tower sites", lo: "ທະບຽນຮ່ວມຂອງທີ່ຕັ້ງເສົາສັນຍານ", kind: "system", outcomes: [1] },
    { takePart: ["KH", "LA", "TH"], budget: ["36000.00", null] },
  ),
  entry(
    "26-11",
    "PH",
    {
      en: "Exercises for incident response teams of the sectors",
      lo: "ຊຸດການຝຶກຊ້ອມສຳລັບທີມງານຮັບມືເຫດການຂອງຂະແໜງການ",
      kind: "training",
      outcomes: [4],
    },
    { takePart: "all", funders: ["US"], budget: ["71000.00", null] },
  ),
  entry(
    "26-12",
    "SG",
    {
      en: "Guideline on testing AI models before public use",
      lo: "ຂໍ້ແນະນຳການທົດສອບຕົວແບບ AI ກ່ອນນຳໃຊ້ຕໍ່ສາທາລະນະ",
      kind: "guideline",
      outcomes: [7, 4],
    },
    {
      takePart: "all",
      budget: ["55000.00", "8000.00"],
      actual: ["2026-02-04"],
      priority: "approved",
      reports: [underWay("2026-02-25", "guideline", 20)],
    },
  ),
  entry(
    "26-13",
    "SG",
    {
      en: "Trust framework for certificates that anyone can check",
      lo: "ຂອບຄວາມໜ້າເຊື່ອຖືສຳລັບໃບຢັ້ງຢືນທີ່ທຸກຄົນກວດສອບໄດ້",
      kind: "framework",
      outcomes: [4],
    },
    { takePart: "all", fund: "ASEAN ICT Fund", budget: ["82000.00", null] },
  ),
  entry(
    "26-14",
    "TH",
    {
      en: "Exchange of liaison officers against online scams",
      lo: "ການແລກປ່ຽນເຈົ້າໜ້າທີ່ປະສານງານຕ້ານການຫຼອກລວງທາງອອນລາຍ",
      kind: "cooperation",
      outcomes: [4],
    },
    {
      takePart: "all",
      budget: ["40000.00", "5000.00"],
      actual: ["2026-02-11"],
      priority: "approved",
      reports: [underWay("2026-02-23", "cooperation", 15)],
      shares: [
        { state: "LA", on: "2026-02-26", status: "ongoing", note: "ໄດ້ແຕ່ງຕັ້ງເຈົ້າໜ້າທີ່ປະສານງານແລ້ວ.", lang: "lo" },
        { state: "MY", on: "2026-02-25", status: "ongoing", note: "Liaison officer named." },
      ],
    },
  ),
  entry(
    "26-15",
    "TH",
    {
      en: "Study on satellite connections for islands",
      lo: "ການສຶກສາການເຊື່ອມຕໍ່ດາວທຽມສຳລັບເກາະ",
      kind: "study",
      outcomes: [1],
    },
    { takePart: ["BN", "ID", "PH", "TL"], funders: ["ITU"], budget: ["49000.00", null] },
  ),
  entry(
    "26-16",
    "TL",
    {
      en: "Induction course on digital cooperation in the region",
      lo: "ຫຼັກສູດແນະນຳການຮ່ວມມືດິຈິຕອນໃນພາກພື້ນ",
      kind: "training",
      outcomes: [1],
    },
    { coLeads: ["ID"], takePart: "all", funders: ["AU"], budget: ["32000.00", null] },
  ),
];
