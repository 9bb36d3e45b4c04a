import type { BodyCode } from "@/domain/lifecycle";
import type { DayPrecision } from "@/domain/vocabulary";

type Day = readonly [string | null, DayPrecision];

export type SeedMeeting = {
  code: string;
  body: BodyCode;
  ordinal?: number;
  titleEn: string;
  titleLo: string;
  cycle: number;
  placeEn?: string;
  placeLo?: string;
  host?: string;
  chair?: string;
  chairName?: string;
  themeEn?: string;
  /** Agenda items in order, by the key that entries name; no source gives their numbers. */
  agenda?: readonly { key: string; titleEn: string; titleLo: string }[];
  delegates?: readonly {
    state: string;
    nameEn: string;
    nameLo: string;
    officeEn: string;
    officeLo: string;
    isHead: boolean;
  }[];
  first: Day;
  last: Day;
  sources: readonly string[];
};

const exact = (day: string): Day => [day, "exact"];
const week = (day: string): Day => [day, "week"];
const unknown: Day = [null, "unknown"];

const ministers = (ordinal: number) => ({
  code: `ADGMIN-${ordinal}`,
  body: "ADGMIN" as const,
  ordinal,
  titleEn: `ASEAN Digital Ministers’ Meeting ${ordinal} (ADGMIN-${ordinal})`,
  titleLo: `ກອງປະຊຸມລັດຖະມົນຕີດິຈິຕອນອາຊຽນ ຄັ້ງທີ ${String(ordinal).padStart(2, "0")} (ADGMIN-${ordinal})`,
  cycle: 2020 + ordinal,
});

const officials = (ordinal: number) => ({
  code: `ADGSOM-${ordinal}`,
  body: "ADGSOM" as const,
  ordinal,
  titleEn: `ASEAN Digital Senior Officials’ Meeting ${ordinal} (ADGSOM-${ordinal})`,
  titleLo: `ກອງປະຊຸມເຈົ້າໜ້າທີ່ອາວຸໂສດິຈິຕອນອາຊຽນ ຄັ້ງທີ ${String(ordinal).padStart(2, "0")} (ADGSOM-${ordinal})`,
  cycle: 2020 + ordinal,
});

/**
 * Meetings as far as sources describe them. Missing facts stay unknown; if only the week is known,
 * the precision is "week".
 */
export const meetingRows: readonly SeedMeeting[] = [
  {
    ...officials(1),
    placeEn: "Malaysia, virtual",
    placeLo: "ມາເລເຊຍ, ທາງໄກ",
    chair: "MY",
    chairName: "Mohammad Mentek",
    first: exact("2021-01-19"),
    last: exact("2021-01-20"),
    sources: ["sundaily-adgsom-1"],
  },
  {
    ...ministers(1),
    placeEn: "Kuala Lumpur, virtual",
    placeLo: "ກົວລາລຳເປີ, ທາງໄກ",
    chair: "MY",
    chairName: "Saifuddin Abdullah",
    themeEn: "ASEAN: A Digitally Connected Community",
    first: exact("2021-01-21"),
    last: exact("2021-01-22"),
    sources: ["vietnamplus-adm-2025", "bernama-adgmin-1"],
  },
  {
    ...officials(2),
    placeEn: "Myanmar, virtual",
    placeLo: "ມຽນມາ, ທາງໄກ",
    first: unknown,
    last: week("2022-01-28"),
    sources: ["newsdata-adgmin-2"],
  },
  {
    ...ministers(2),
    placeEn: "Myanmar, virtual",
    placeLo: "ມຽນມາ, ທາງໄກ",
    chair: "MM",
    chairName: "Admiral Tin Aung San",
    first: exact("2022-01-27"),
    last: exact("2022-01-28"),
    sources: ["newsdata-adgmin-2", "orissadiary-adgmin-2"],
  },
  {
    ...officials(3),
    placeEn: "Boracay, Philippines",
    placeLo: "ໂບຣາໄຄ, ຟິລິບປິນ",
    host: "PH",
    first: week("2023-02-06"),
    last: week("2023-02-10"),
    sources: ["inquirer-adgmin-3"],
  },
  {
    ...ministers(3),
    placeEn: "Boracay, Philippines",
    placeLo: "ໂບຣາໄຄ, ຟິລິບປິນ",
    host: "PH",
    chair: "PH",
    chairName: "Ivan John E. Uy",
    themeEn: "Synergy Towards a Sustainable Digital Future",
    first: exact("2023-02-09"),
    last: exact("2023-02-10"),
    sources: ["inquirer-adgmin-3", "mtc-2023-08-24"],
  },
  {
    code: "RETREAT-2023-1",
    body: "RETREAT",
    ordinal: 1,
    titleEn: "1st ADGSOM–ATRC Leaders’ Retreat 2023",
    titleLo: "ກອງປະຊຸມພົບປະຂອງຜູ້ນຳ ADGSOM–ATRC ຄັ້ງທີ 01 ປະຈຳປີ 2023",
    cycle: 2023,
    placeEn: "ASEAN Secretariat, Jakarta, Indonesia",
    placeLo: "ນະຄອນຫຼວງຈາກາຕ້າ, ອິນໂດເນເຊຍ",
    host: "ID",
    chair: "PH",
    first: exact("2023-03-20"),
    last: exact("2023-03-21"),
    sources: ["vietnamplus-retreat-1-2023", "mtc-2023-08-24"],
  },
  {
    code: "JWG-2023",
    body: "JWG",
    titleEn: "ADGSOM–ATRC Joint Working Group Meeting 2023",
    titleLo: "ກອງປະຊຸມຄະນະປະຕິບັດການຮ່ວມ ADGSOM–ATRC ປະຈຳປີ 2023",
    cycle: 2023,
    placeEn: "Ha Noi, Viet Nam",
    placeLo: "ຮ່າໂນ້ຍ, ສສ ຫວຽດນາມ",
    host: "VN",
    first: unknown,
    agenda: [
      {
        key: "retreat",
        titleEn: "Report of the ASEAN Secretariat on the 1st ADGSOM–ATRC Leaders’ Retreat 2023",
        titleLo: "ການລາຍງານຂອງກອງເລຂາອາຊຽນ ກ່ຽວກັບຜົນສຳເລັດຂອງ 1st ADGSOM–ATRC Leaders’ Retreat 2023",
      },
      {
        key: "masterplan",
        titleEn: "Review of the implementation of the ASEAN Digital Masterplan 2025",
        titleLo: "ທົບທວນຄືນການຜັນຂະຫຍາຍແຜນແມ່ບົດດິຈິຕອນອາຊຽນ 2025",
      },
      {
        key: "preparation",
        titleEn: "Preparation of the Senior Officials’ and the Ministers’ Meetings",
        titleLo: "ການກະກຽມໃຫ້ກອງປະຊຸມເຈົ້າໜ້າທີ່ອາວຸໂສ ແລະ ກອງປະຊຸມລັດຖະມົນຕີດິຈິຕອນອາຊຽນ",
      },
      {
        key: "progress",
        titleEn: "Progress of the 13 activities of the 2023 cycle",
        titleLo: "ລາຍງານຄວາມຄືບໜ້າກິດຈະກຳ ໃນສົກປີ 2023",
      },
      {
        key: "proposals",
        titleEn: "The 15 proposals for the 2024 cycle",
        titleLo: "ປຶກສາຫາລືບັນດາບົດສະເໜີກິດຈະກຳອາຊຽນ ສົກປີ 2024",
      },
      {
        key: "partners",
        titleEn:
          "Meetings with dialogue partners, the Asia-Pacific Telecommunity and the International Telecommunication Union",
        titleLo: "ກອງປະຊຸມຮ່ວມກັບບັນດາປະເທດຄູ່ຮ່ວມ, ອົງການໂທລະຄົມມະນາຄົມອາຊີ-ປາຊີຟິກ ແລະ ສະຫະພາບໂທລະຄົມມະນາຄົມສາກົນ",
      },
    ],
    delegates: [
      {
        state: "LA",
        nameEn: "Phavanhna Douangboupha",
        nameLo: "ພາວັນນາ ດວງບຸບຜາ",
        officeEn: "Deputy Chief of Cabinet, Ministry of Technology and Communications",
        officeLo: "ຮອງຫົວໜ້າຫ້ອງການ, ກະຊວງເຕັກໂນໂລຊີ ແລະ ການສື່ສານ",
        isHead: true,
      },
    ],
    // The article of that day reports that it was held "not long ago".
    last: ["2023-08-24", "by"],
    sources: ["mtc-2023-08-24"],
  },
  {
    code: "RETREAT-2023-2",
    body: "RETREAT",
    ordinal: 2,
    titleEn: "2nd ADGSOM–ATRC Leaders’ Retreat 2023",
    titleLo: "ກອງປະຊຸມພົບປະຂອງຜູ້ນຳ ADGSOM–ATRC ຄັ້ງທີ 02 ປະຈຳປີ 2023",
    cycle: 2023,
    placeEn: "Bali, Indonesia",
    placeLo: "ບາຫຼີ, ອິນໂດເນເຊຍ",
    host: "ID",
    first: exact("2023-08-24"),
    last: exact("2023-08-25"),
    sources: ["mdes-retreat-2-2023"],
  },
  {
    ...officials(4),
    placeEn: "Singapore",
    placeLo: "ສິງກະໂປ",
    host: "SG",
    first: week("2024-01-30"),
    last: week("2024-02-02"),
    sources: ["asean-id-adgmin-4"],
  },
  {
    ...ministers(4),
    placeEn: "Singapore",
    placeLo: "ສິງກະໂປ",
    host: "SG",
    chair: "SG",
    chairName: "Josephine Teo",
    themeEn: "Building an Inclusive and Trusted Digital Ecosystem",
    first: exact("2024-02-01"),
    last: exact("2024-02-02"),
    sources: ["mondaq-adgmin-4", "asean-id-adgmin-4"],
  },
  {
    ...officials(5),
    placeEn: "Bangkok, Thailand",
    placeLo: "ບາງກອກ, ໄທ",
    host: "TH",
    first: week("2025-01-13"),
    last: week("2025-01-17"),
    sources: ["usasean-adgmin-5"],
  },
  {
    ...ministers(5),
    placeEn: "Bangkok, Thailand",
    placeLo: "ບາງກອກ, ໄທ",
    host: "TH",
    chair: "TH",
    chairName: "Prasert Jantararuangtong",
    themeEn: "Secure, Innovative, Inclusive: Shaping ASEAN’s Digital Future",
    first: exact("2025-01-16"),
    last: exact("2025-01-17"),
    sources: ["usasean-adgmin-5", "asean-adgmin-5"],
  },
  {
    ...officials(6),
    placeEn: "Ha Noi, Viet Nam",
    placeLo: "ຮ່າໂນ້ຍ, ສສ ຫວຽດນາມ",
    host: "VN",
    first: exact("2026-01-12"),
    last: exact("2026-01-14"),
    sources: ["vnanet-adgmin-6"],
  },
  {
    ...ministers(6),
    placeEn: "Ha Noi, Viet Nam",
    placeLo: "ຮ່າໂນ້ຍ, ສສ ຫວຽດນາມ",
    host: "VN",
    chair: "VN",
    chairName: "Nguyen Manh Hung",
    themeEn: "ASEAN Adaptive: From Connectivity to Connected Intelligence",
    first: exact("2026-01-15"),
    last: exact("2026-01-16"),
    sources: ["vietnamplus-adgmin-6"],
  },
];
