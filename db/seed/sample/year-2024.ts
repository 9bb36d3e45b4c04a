import type { SampleActivity, SampleDecision, SampleEntry } from "./rows";

const considered: SampleDecision = {
  meeting: "JWG-2023",
  verb: "considered",
  outcome: "considered",
  stage: "considered",
};
const discussed: SampleDecision = { meeting: "JWG-2023", verb: "discussed", outcome: "discussed" };
const accepted: SampleDecision = {
  meeting: "RETREAT-2023-2",
  verb: "accepted",
  outcome: "accepted",
  stage: "accepted",
};
const endorsed: SampleDecision = {
  meeting: "RETREAT-2023-2",
  verb: "endorsed",
  outcome: "endorsed",
  stage: "endorsed",
};
const deferred: SampleDecision = {
  meeting: "RETREAT-2023-2",
  verb: "deferred",
  outcome: "deferred",
  stage: "deferred",
};

type Proposal = Omit<SampleEntry, "code" | "lead" | "activity" | "planned">;

/** A proposal for the whole year 2024. */
const proposal = (code: string, lead: string, activity: SampleActivity | undefined, rest: Proposal): SampleEntry => ({
  code,
  lead,
  activity,
  planned: ["2024-03-01", "2024-12-31"],
  ...rest,
});

/** Sample proposals for the 2024 work plan; none of them is approved. */
export const entries2024: readonly SampleEntry[] = [
  proposal("23-18", "PH", undefined, {
    coLeads: ["SG"],
    takePart: ["ID", "LA", "MY", "TH", "VN"],
    fund: "ASEAN ICT Fund",
    budget: ["48000.00", null],
    decisions: [considered, endorsed],
  }),
  proposal(
    "24-05",
    "BN",
    {
      en: "Peer learning on the design of digital public services",
      lo: "ການແລກປ່ຽນບົດຮຽນກ່ຽວກັບການອອກແບບການບໍລິການພາກລັດດິຈິຕອນ",
      kind: "training",
      outcomes: [5],
    },
    { takePart: "all", fund: "ASEAN ICT Fund", budget: ["42000.00", null], decisions: [considered] },
  ),
  proposal(
    "24-06",
    "KH",
    {
      en: "Guideline on online services that suit the age of their users",
      lo: "ຂໍ້ແນະນຳການອອກແບບການບໍລິການອອນລາຍໃຫ້ເໝາະສົມກັບອາຍຸຂອງຜູ້ໃຊ້",
      kind: "guideline",
      outcomes: [3, 8],
    },
    { takePart: ["LA", "MY", "PH", "SG", "TH"], budget: ["31000.00", null], decisions: [considered] },
  ),
  proposal(
    "24-07",
    "KH",
    {
      en: "Offline learning kit for community information centres",
      lo: "ຊຸດການຮຽນຮູ້ແບບບໍ່ໃຊ້ອິນເຕີເນັດສຳລັບສູນຂໍ້ມູນຂ່າວສານຊຸມຊົນ",
      kind: "system",
      outcomes: [8],
    },
    { takePart: ["ID", "LA", "MM", "VN"], funders: ["KR"], budget: ["67000.00", null], decisions: [discussed] },
  ),
  proposal(
    "24-08",
    "ID",
    {
      en: "Study on the cost of cross-border data for small exporters",
      lo: "ການສຶກສາຕົ້ນທຶນການສົ່ງຂໍ້ມູນຂ້າມແດນຂອງຜູ້ສົ່ງອອກຂະໜາດນ້ອຍ",
      kind: "study",
      outcomes: [6],
    },
    { takePart: "all", budget: ["50000.00", null], decisions: [considered, accepted] },
  ),
  proposal(
    "24-09",
    "ID",
    {
      en: "Indicators of the health of digital markets",
      lo: "ຕົວຊີ້ວັດຄວາມເຂັ້ມແຂງຂອງຕະຫຼາດດິຈິຕອນ",
      kind: "framework",
      outcomes: [4],
    },
    { takePart: "all", fund: "ASEAN ICT Fund", budget: ["54000.00", null], decisions: [considered] },
  ),
  proposal(
    "24-10",
    "MY",
    {
      en: "Guideline on the energy use of mobile base stations",
      lo: "ຂໍ້ແນະນຳການນຳໃຊ້ພະລັງງານຂອງສະຖານີຖານໂທລະສັບເຄື່ອນທີ່",
      kind: "guideline",
      outcomes: [2],
    },
    { takePart: "all", budget: ["29000.00", null], decisions: [considered] },
  ),
  proposal(
    "24-11",
    "MY",
    {
      en: "Course on managing digital products in public agencies",
      lo: "ຫຼັກສູດການບໍລິຫານຜະລິດຕະພັນດິຈິຕອນໃນອົງການພາກລັດ",
      kind: "training",
      outcomes: [7, 5],
    },
    { takePart: ["BN", "KH", "LA", "MM"], funders: ["IN"], budget: ["37000.00", null], decisions: [discussed] },
  ),
  proposal(
    "24-12",
    "MM",
    {
      en: "Study on assistive technology in local languages",
      lo: "ການສຶກສາເຕັກໂນໂລຊີຊ່ວຍເຫຼືອຄົນພິການໃນພາສາທ້ອງຖິ່ນ",
      kind: "study",
      outcomes: [8],
    },
    { takePart: ["KH", "LA", "TH", "VN"], budget: ["33000.00", null], decisions: [considered, deferred] },
  ),
  proposal(
    "24-13",
    "PH",
    {
      en: "Forum on trust marks for online shops",
      lo: "ເວທີປຶກສາຫາລືກ່ຽວກັບເຄື່ອງໝາຍຄວາມໜ້າເຊື່ອຖືຂອງຮ້ານຄ້າອອນລາຍ",
      kind: "event",
      outcomes: [3, 6],
    },
    { takePart: "all", budget: ["18000.00", null], decisions: [considered] },
  ),
  proposal(
    "24-14",
    "SG",
    {
      en: "Common classification of online scams",
      lo: "ການຈັດປະເພດຮ່ວມຂອງການຫຼອກລວງທາງອອນລາຍ",
      kind: "framework",
      outcomes: [3],
    },
    {
      coLeads: ["TH"],
      takePart: "all",
      fund: "ASEAN ICT Fund",
      budget: ["61000.00", null],
      priority: "proposed",
      decisions: [considered, endorsed],
    },
  ),
  proposal(
    "24-15",
    "TH",
    {
      en: "Digital marketing clinic for small tourism businesses",
      lo: "ຄລີນິກການຕະຫຼາດດິຈິຕອນສຳລັບທຸລະກິດທ່ອງທ່ຽວຂະໜາດນ້ອຍ",
      kind: "training",
      outcomes: [1, 7],
    },
    { takePart: ["KH", "LA", "MM", "VN"], budget: ["25000.00", null], decisions: [considered] },
  ),
  proposal(
    "24-16",
    "TH",
    {
      en: "Study on the exchange of electronic health certificates",
      lo: "ການສຶກສາການແລກປ່ຽນໃບຢັ້ງຢືນສຸຂະພາບເອເລັກໂຕຣນິກ",
      kind: "study",
      outcomes: [5, 1],
    },
    { takePart: ["ID", "LA", "MY", "SG"], funders: ["JP"], budget: ["46000.00", null], decisions: [considered] },
  ),
  proposal(
    "24-17",
    "VN",
    {
      en: "Shared map of network outages during storms",
      lo: "ແຜນທີ່ຮ່ວມສະແດງການຂັດຂ້ອງຂອງເຄືອຂ່າຍໃນໄລຍະພາຍຸ",
      kind: "system",
      outcomes: [2],
    },
    { takePart: ["KH", "LA", "MM", "PH", "TH"], budget: ["70000.00", null], decisions: [considered, accepted] },
  ),
];
