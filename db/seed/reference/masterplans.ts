export const masterplanRows = [
  {
    code: "ADM2025",
    nameEn: "ASEAN Digital Masterplan 2025",
    nameLo: "ແຜນແມ່ບົດ ດິຈິຕອນ ອາຊຽນ 2025",
    startsOn: "2021-01-01",
    endsOn: "2025-12-31",
    source: "vietnamplus-adm-2025",
  },
  {
    code: "ADM2030",
    nameEn: "ASEAN Digital Masterplan 2030",
    nameLo: "ແຜນແມ່ບົດ ດິຈິຕອນ ອາຊຽນ 2030",
    startsOn: "2026-01-01",
    endsOn: "2030-12-31",
    source: "vjst-adm-2025",
  },
] as const;

/**
 * ADM 2025 in the wording of the press; of ADM 2030 the three outcomes that a source names. Lao
 * names are translations.
 */
export const outcomeRows = [
  [
    "ADM2025",
    1,
    "Actions of the ADM 2025 prioritised to speed ASEAN’s recovery from COVID-19",
    "ບູລິມະສິດກິດຈະກຳຂອງ ADM 2025 ເພື່ອເລັ່ງການຟື້ນຕົວຂອງອາຊຽນຈາກ COVID-19",
  ],
  [
    "ADM2025",
    2,
    "Increase in the quality and coverage of fixed and mobile broadband infrastructure",
    "ຍົກລະດັບຄຸນນະພາບ ແລະ ການປົກຄຸມຂອງໂຄງລ່າງບຣອດແບນຄົງທີ່ ແລະ ເຄື່ອນທີ່",
  ],
  [
    "ADM2025",
    3,
    "The delivery of trusted digital services and the prevention of consumer harm",
    "ການໃຫ້ບໍລິການດິຈິຕອນທີ່ໜ້າເຊື່ອຖື ແລະ ການປ້ອງກັນຜົນຮ້າຍຕໍ່ຜູ້ບໍລິໂພກ",
  ],
  [
    "ADM2025",
    4,
    "A sustainable competitive market for the supply of digital services",
    "ຕະຫຼາດທີ່ມີການແຂ່ງຂັນແບບຍືນຍົງ ສຳລັບການສະໜອງການບໍລິການດິຈິຕອນ",
  ],
  [
    "ADM2025",
    5,
    "Increase in the quality and use of e-government services",
    "ຍົກລະດັບຄຸນນະພາບ ແລະ ການນຳໃຊ້ການບໍລິການລັດຖະບານເອເລັກໂຕຣນິກ",
  ],
  [
    "ADM2025",
    6,
    "Digital services to connect business and to facilitate cross-border trade",
    "ການບໍລິການດິຈິຕອນເພື່ອເຊື່ອມຕໍ່ທຸລະກິດ ແລະ ອຳນວຍຄວາມສະດວກການຄ້າຂ້າມແດນ",
  ],
  [
    "ADM2025",
    7,
    "Increased capability for business and people to participate in the digital economy",
    "ເພີ່ມຄວາມສາມາດຂອງທຸລະກິດ ແລະ ປະຊາຊົນ ໃນການມີສ່ວນຮ່ວມໃນເສດຖະກິດດິຈິຕອນ",
  ],
  ["ADM2025", 8, "A digitally inclusive society in ASEAN", "ສັງຄົມດິຈິຕອນທີ່ທົ່ວເຖິງໃນອາຊຽນ"],
  ["ADM2030", 1, "Seamless and inclusive digital infrastructure", "ໂຄງລ່າງດິຈິຕອນທີ່ເຊື່ອມຕໍ່ກັນຢ່າງບໍ່ຂາດຕອນ ແລະ ທົ່ວເຖິງ"],
  ["ADM2030", 4, "A resilient, secured and trusted digital ecosystem", "ລະບົບນິເວດດິຈິຕອນທີ່ທົນທານ, ປອດໄພ ແລະ ໜ້າເຊື່ອຖື"],
  [
    "ADM2030",
    7,
    "Sustainable, green and AI-driven digital transformation",
    "ການຫັນເປັນດິຈິຕອນແບບຍືນຍົງ, ສີຂຽວ ແລະ ຂັບເຄື່ອນດ້ວຍ AI",
  ],
] as const;

export const workCycles = [2021, 2022, 2023, 2024, 2025, 2026] as const;
