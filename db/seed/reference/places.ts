/**
 * Member states in the English alphabetical protocol order. Lao names: the ministry's style where
 * its article has them, otherwise CLDR 48 without brackets. Accession days: the ASEAN Secretariat's
 * page on its member states.
 */
export const stateRows = [
  ["BN", "BRN", "Brunei Darussalam", "ບຣູໄນ", "1984-01-07", "cldr-48"],
  ["KH", "KHM", "Cambodia", "ກຳປູເຈຍ", "1999-04-30", "cldr-48"],
  ["ID", "IDN", "Indonesia", "ອິນໂດເນເຊຍ", "1967-08-08", "mtc-2023-08-24"],
  ["LA", "LAO", "Lao PDR", "ສປປ ລາວ", "1997-07-23", "mtc-2023-08-24"],
  ["MY", "MYS", "Malaysia", "ມາເລເຊຍ", "1967-08-08", "cldr-48"],
  ["MM", "MMR", "Myanmar", "ມຽນມາ", "1997-07-23", "cldr-48"],
  ["PH", "PHL", "Philippines", "ຟິລິບປິນ", "1967-08-08", "cldr-48"],
  ["SG", "SGP", "Singapore", "ສິງກະໂປ", "1967-08-08", "mtc-2023-08-24"],
  ["TH", "THA", "Thailand", "ໄທ", "1967-08-08", "cldr-48"],
  ["TL", "TLS", "Timor-Leste", "ທິມໍ-ເລສເຕ", "2025-10-26", "cldr-48"],
  ["VN", "VNM", "Viet Nam", "ສສ ຫວຽດນາມ", "1995-07-28", "mtc-2023-08-24"],
] as const;

export const agencyRows = [
  {
    state: "LA",
    abbreviation: "MTC",
    nameEn: "Ministry of Technology and Communications",
    nameLo: "ກະຊວງເຕັກໂນໂລຊີ ແລະ ການສື່ສານ",
    source: "mtc-2023-08-24",
  },
] as const;

/** Lao names that are not in the article are translations of this register. */
export const bodyRows = [
  {
    code: "ADGMIN",
    nameEn: "ASEAN Digital Ministers’ Meeting",
    nameLo: "ກອງປະຊຸມລັດຖະມົນຕີດິຈິຕອນອາຊຽນ",
    loIsTranslation: false,
  },
  {
    code: "ADGSOM",
    nameEn: "ASEAN Digital Senior Officials’ Meeting",
    nameLo: "ກອງປະຊຸມເຈົ້າໜ້າທີ່ອາວຸໂສດິຈິຕອນອາຊຽນ",
    loIsTranslation: false,
  },
  {
    code: "ATRC",
    nameEn: "ASEAN Telecommunication Regulators’ Council",
    nameLo: "ສະພາດັດສົມໂທລະຄົມມະນາຄົມອາຊຽນ",
    loIsTranslation: false,
  },
  {
    code: "JWG",
    nameEn: "ADGSOM–ATRC Joint Working Group",
    nameLo: "ຄະນະປະຕິບັດການຮ່ວມ ADGSOM–ATRC",
    loIsTranslation: false,
  },
  {
    code: "RETREAT",
    nameEn: "ADGSOM–ATRC Leaders’ Retreat",
    nameLo: "ກອງປະຊຸມພົບປະຂອງຜູ້ນຳ ADGSOM–ATRC",
    loIsTranslation: true,
  },
  { code: "ASEC", nameEn: "ASEAN Secretariat", nameLo: "ກອງເລຂາອາຊຽນ", loIsTranslation: false },
  { code: "PARTNER", nameEn: "Meeting with a partner", nameLo: "ກອງປະຊຸມກັບຄູ່ຮ່ວມມື", loIsTranslation: true },
] as const;

/** The partners in the article, then the other full Dialogue Partners. */
export const partnerRows = [
  { code: "CN", kind: "dialogue_partner", nameEn: "China", nameLo: "ສປ ຈີນ", source: "mtc-2023-08-24" },
  { code: "JP", kind: "dialogue_partner", nameEn: "Japan", nameLo: "ຍີ່ປຸ່ນ", source: "mtc-2023-08-24" },
  { code: "KR", kind: "dialogue_partner", nameEn: "Republic of Korea", nameLo: "ສ.ເກົາຫຼີ", source: "mtc-2023-08-24" },
  { code: "EU", kind: "dialogue_partner", nameEn: "European Union", nameLo: "EU", source: "mtc-2023-08-24" },
  { code: "IN", kind: "dialogue_partner", nameEn: "India", nameLo: "ອິນເດຍ", source: "mtc-2023-08-24" },
  { code: "US", kind: "dialogue_partner", nameEn: "United States", nameLo: "ສະຫະລັດ ອາເມລິກາ", source: "mtc-2023-08-24" },
  {
    code: "ITU",
    kind: "organisation",
    nameEn: "International Telecommunication Union",
    nameLo: "ສະຫະພາບໂທລະຄົມມະນາຄົມສາກົນ",
    source: "mtc-2023-08-24",
  },
  {
    code: "APT",
    kind: "organisation",
    nameEn: "Asia-Pacific Telecommunity",
    nameLo: "ອົງການໂທລະຄົມມະນາຄົມ ອາຊີ-ປາຊີຟິກ",
    source: "mtc-2023-08-24",
  },
  { code: "AU", kind: "dialogue_partner", nameEn: "Australia", nameLo: null, source: "jakarta-herald-partners" },
  { code: "CA", kind: "dialogue_partner", nameEn: "Canada", nameLo: null, source: "jakarta-herald-partners" },
  { code: "NZ", kind: "dialogue_partner", nameEn: "New Zealand", nameLo: null, source: "jakarta-herald-partners" },
  { code: "RU", kind: "dialogue_partner", nameEn: "Russia", nameLo: null, source: "jakarta-herald-partners" },
  { code: "UK", kind: "dialogue_partner", nameEn: "United Kingdom", nameLo: null, source: "jakarta-herald-partners" },
] as const;
