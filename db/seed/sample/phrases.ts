import type { ActivityKind } from "@/domain/vocabulary";
import type { SampleReport } from "./rows";

type Phrase = readonly [en: string, lo: string];

/** Texts of a report on ongoing work, by kind of activity. */
const begun: Record<ActivityKind, Phrase> = {
  study: [
    "Terms of reference agreed with the focal points; data collection has begun.",
    "ໄດ້ຕົກລົງຂອບເຂດໜ້າວຽກກັບຜູ້ປະສານງານແລ້ວ; ກຳລັງເກັບກຳຂໍ້ມູນ.",
  ],
  guideline: ["First draft circulated to the member states for comments.", "ໄດ້ສົ່ງຮ່າງສະບັບທຳອິດໃຫ້ປະເທດສະມາຊິກປະກອບຄຳເຫັນ."],
  training: [
    "Curriculum agreed and trainers named; nominations are being collected.",
    "ໄດ້ຕົກລົງຫຼັກສູດ ແລະ ແຕ່ງຕັ້ງຄູຝຶກແລ້ວ; ກຳລັງຮັບລາຍຊື່ຜູ້ເຂົ້າຮ່ວມ.",
  ],
  event: ["Programme and speakers agreed; invitations have been sent.", "ໄດ້ຕົກລົງກຳນົດການ ແລະ ຜູ້ບັນຍາຍ; ໄດ້ສົ່ງບັດເຊີນແລ້ວ."],
  system: [
    "Requirements collected from the member states; a first version is being built.",
    "ໄດ້ເກັບກຳຄວາມຕ້ອງການຈາກປະເທດສະມາຊິກ; ກຳລັງພັດທະນາສະບັບທຳອິດ.",
  ],
  framework: [
    "Outline agreed at an online working session; chapters are being drafted.",
    "ໄດ້ຕົກລົງໂຄງຮ່າງໃນກອງປະຊຸມທາງໄກ; ກຳລັງຮ່າງແຕ່ລະບົດ.",
  ],
  cooperation: [
    "Focal points named; the first exchange is being prepared.",
    "ໄດ້ແຕ່ງຕັ້ງຜູ້ປະສານງານ; ກຳລັງກະກຽມການແລກປ່ຽນຄັ້ງທຳອິດ.",
  ],
  other: ["Preparations have begun.", "ໄດ້ເລີ່ມການກະກຽມແລ້ວ."],
};

/** Texts of a report on completed work. */
const finished: Record<ActivityKind, Phrase> = {
  study: ["Final report delivered and circulated to all member states.", "ໄດ້ສົ່ງບົດລາຍງານສະບັບສົມບູນໃຫ້ທຸກປະເທດສະມາຊິກແລ້ວ."],
  guideline: ["Comments taken in; the final text has been circulated.", "ໄດ້ປັບປຸງຕາມຄຳເຫັນ ແລະ ສົ່ງສະບັບສົມບູນແລ້ວ."],
  training: ["Course held; certificates and course material handed out.", "ໄດ້ຈັດຝຶກອົບຮົມ, ມອບໃບຢັ້ງຢືນ ແລະ ເອກະສານປະກອບແລ້ວ."],
  event: ["Held as planned; the summary has been circulated.", "ໄດ້ຈັດຕາມແຜນ; ໄດ້ສົ່ງບົດສະຫຼຸບແລ້ວ."],
  system: ["In use; the handbook has been handed over.", "ໄດ້ນຳໃຊ້ແລ້ວ; ໄດ້ມອບປຶ້ມຄູ່ມືແລ້ວ."],
  framework: ["Final text agreed by the focal points and circulated.", "ຜູ້ປະສານງານໄດ້ເຫັນດີສະບັບສົມບູນ ແລະ ໄດ້ສົ່ງໃຫ້ທຸກປະເທດແລ້ວ."],
  cooperation: ["Exchanges held; lessons written down and shared.", "ໄດ້ຈັດການແລກປ່ຽນ; ໄດ້ສະຫຼຸບ ແລະ ແບ່ງປັນບົດຮຽນແລ້ວ."],
  other: ["Done as planned.", "ສຳເລັດຕາມແຜນ."],
};

/** A report in the usual words for the kind: the work is ongoing. */
export function underWay(
  on: string,
  kind: ActivityKind,
  progress: number,
  rest: Partial<SampleReport> = {},
): SampleReport {
  const [en, lo] = begun[kind];
  return { on, status: "ongoing", progress, en, lo, ...rest };
}

/** A report in the usual words for the kind: the work is done and its report has been submitted. */
export function done(on: string, kind: ActivityKind, rest: Partial<SampleReport> = {}): SampleReport {
  const [en, lo] = finished[kind];
  return { on, status: "completed", progress: 100, en, lo, ...rest };
}
