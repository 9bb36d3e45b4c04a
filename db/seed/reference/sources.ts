import type { sources } from "@/db/schema/sources";

type Source = typeof sources.$inferInsert;

/**
 * The ministry's article is the first source of the register. Its address is unknown, so it has
 * none.
 */
const article: Source = {
  code: "mtc-2023-08-24",
  title: "ການເຂົ້າຮ່ວມກອງປະຊຸມຄະນະປະຕິບັດການຮ່ວມ ADGSOM–ATRC 2023",
  publisher: "ກະຊວງເຕັກໂນໂລຊີ ແລະ ການສື່ສານ",
  publishedOn: "2023-08-24",
  language: "lo",
};

/** An address that is known only in part is left out, because a truncated link does not work. */
const others: Source[] = [
  {
    code: "asean-member-states",
    title: "ASEAN Member States",
    publisher: "ASEAN Secretariat",
    address: "https://asean.org/member-states/",
  },
  {
    code: "cldr-48",
    title: "Unicode CLDR 48, territory names in Lao",
    publisher: "Unicode Consortium",
    language: "lo",
  },
  {
    code: "inquirer-adgmin-3",
    title: "3rd ASEAN Digital Ministers’ Meeting, Boracay",
    publisher: "Philippine Daily Inquirer",
  },
  {
    code: "vnanet-adgmin-6",
    title: "Promoting cooperation aligned with ASEAN digital priorities",
    publisher: "Vietnam News Agency",
  },
  {
    code: "asean-adgmin-5",
    title: "ASEAN digital ministers advocate for development of secure, innovative and inclusive digital ecosystem",
    publisher: "ASEAN Secretariat",
    address:
      "https://asean.org/asean-digital-ministers-advocate-for-development-of-secure-innovative-and-inclusive-digital-ecosystem",
  },
  {
    code: "asean-id-adgmin-4",
    title: "Menteri Digital ASEAN mendorong pembangunan ekosistem digital yang inklusif dan terpercaya",
    publisher: "asean.co.id",
    address:
      "https://asean.co.id/menteri-digital-asean-mendorong-pembangunan-ekosistem-digital-yang-inklusif-dan-terpercaya",
    language: "id",
  },
  {
    code: "vietnamplus-retreat-1-2023",
    title: "L’ASEAN renforce la coopération numérique",
    publisher: "VietnamPlus",
    address: "https://fr.vietnamplus.vn/lasean-renforce-la-cooperation-numerique/198517.vnp",
    language: "fr",
  },
  {
    code: "mdes-retreat-2-2023",
    title: "2nd ADGSOM–ATRC Leaders’ Retreat, Bali",
    publisher: "MDES Thailand",
    language: "th",
  },
  {
    code: "sundaily-adgsom-1",
    title: "ASEAN Digital Senior Officials’ Meeting begins today",
    publisher: "The Sun Daily",
    address: "https://thesundaily.my/local/asean-digital-senior-officials-meeting-begins-today-NL6195834",
  },
  {
    code: "vietnamplus-adm-2025",
    title: "ASEAN Digital Masterplan 2025 adopted",
    publisher: "VietnamPlus",
    address: "https://en.vietnamplus.vn/asean-digital-masterplan-2025-adopted/195233.vnp",
  },
  { code: "bernama-adgmin-1", title: "ADGMIN-1 successfully concludes", publisher: "Bernama / Astro Awani" },
  { code: "newsdata-adgmin-2", title: "Thai cabinet on the 2nd ASEAN Digital Ministers’ Meeting" },
  { code: "orissadiary-adgmin-2", title: "India–ASEAN Digital Work Plan 2022" },
  { code: "mondaq-adgmin-4", title: "4th ASEAN Digital Ministers’ Meeting", publisher: "Mondaq" },
  {
    code: "mtic-adgmin-4",
    title: "4th ASEAN Digital Ministers’ Meeting",
    publisher: "Ministry of Transport and Infocommunications, Brunei Darussalam",
    publishedOn: "2024-02-03",
    address: "https://mtic.gov.bn/Lists/News/NewItemDisplay.aspx?ID=990",
  },
  {
    code: "usasean-adgmin-5",
    title:
      "ASEAN Reaffirms Importance of a Secure, Inclusive Digital Future at the 5th ASEAN Digital Ministers’ Meeting",
    publisher: "US-ASEAN Business Council",
    address:
      "https://usasean.org/article/asean-reaffirms-importance-secure-inclusive-digital-future-5th-asean-digital-ministers",
  },
  {
    code: "vietnamplus-adgmin-6",
    title: "6th ASEAN Digital Ministers’ Meeting, Ha Noi",
    publisher: "VietnamPlus / Viet Nam News",
    address: "https://vietnamnews.vn/politics-laws/1763904",
  },
  {
    code: "vjst-adm-2025",
    title: "ASEAN Digital Masterplan 2025: 82 approved projects; ADM 2030 approved",
    publisher: "Vietnam Journal of Science and Technology",
    publishedOn: "2026-01-18",
    address: "https://vjst.vn/print/82420.html",
  },
  {
    code: "vjst-2026",
    title: "17 activities and initiatives approved for 2026",
    publisher: "Vietnam Journal of Science and Technology",
    address: "https://vjst.vn/print/79082.html",
    language: "vi",
  },
  { code: "adm-2025-book", title: "ASEAN Digital Masterplan 2025, pp. 137–138", publisher: "ASEAN Secretariat" },
  {
    code: "manila-bulletin-2023",
    title: "Philippine priorities as chair, 2023",
    publisher: "Manila Bulletin",
    publishedOn: "2023-02-22",
  },
  {
    code: "jaif-ajccbc-2",
    title: "ASEAN–Japan Cybersecurity Capacity Building Centre (Step 2)",
    publisher: "Japan–ASEAN Integration Fund",
    address: "https://jaif.asean.org/project-brief/asean-japan-cybersecurity-capacity-building-centre-step-2/",
  },
  {
    code: "mic-japan-2020",
    title: "ASEAN–Japan Cybersecurity Policy Meeting",
    publisher: "Ministry of Internal Affairs and Communications, Japan",
    publishedOn: "2020-11-06",
    address: "https://soumu.go.jp/main_sosiki/joho_tsusin/eng/pressrelease/2020/11/06_01.html",
  },
  {
    code: "kadif-launch",
    title: "S. Korea and ASEAN launch $30 million digital innovation project",
    publisher: "Korea News Digest",
    address: "https://koreanewsdigest.com/s-korea-and-asean-launch-30-million-digital-innovation-project/",
  },
  {
    code: "eu-adix",
    title: "Measuring ASEAN digital performance",
    publisher: "EU in ASEAN",
    address: "https://euinasean.eu/measuring-asean-digital-performance/",
  },
  {
    code: "peoples-daily-2025",
    title: "ASEAN–China digital cooperation, January 2025",
    publisher: "People’s Daily Online",
    publishedOn: "2025-01-22",
    address: "https://en.people.cn/n3/2025/0122/c90000-20268943.html",
  },
  {
    code: "asean-china-ict-plan",
    title: "Plan of Action to Implement the Beijing Declaration on ASEAN–China ICT cooperation",
    publisher: "ASEAN Secretariat",
  },
  {
    code: "gktoday-india-2023",
    title: "India–ASEAN Digital Work Plan 2023",
    publisher: "GKToday",
    address: "https://gktoday.in/india-asean-digital-work-plan-2023/",
  },
  {
    code: "asean-eu-2024",
    title: "ASEAN Digital Ministerial Meeting: ASEAN to expand digital factor",
    publisher: "ferner-alsdorf.com",
    address: "https://ferner-alsdorf.com/asean-digital-ministerial-meeting-asean-to-expand-digital-factor/",
  },
  {
    code: "jakarta-herald-partners",
    title: "Experts to submit proposals on STI to ASEAN external partners",
    publisher: "The Jakarta Herald",
    publishedOn: "2023-11-27",
    address: "https://jakartaheralder.com/2023/11/27/experts-to-submit-proposals-on-sti-to-asean-external-partners/",
  },
];

export const sourceRows: readonly Source[] = [article, ...others];
