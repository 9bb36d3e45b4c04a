import { z } from "zod";
import { laoFonts } from "@/domain/report-model";
import { requiredText } from "@/server/form-fields";
import { defaultHomeState, homeOrganisationKey } from "@/server/register/home-state";
import type { Setting } from "@/server/settings";

const line = requiredText(200);
const lines = requiredText(1000);

const fields = {
  /** ISO code of the member state whose official documents the organisation issues. */
  stateCode: z.string({ error: "REQUIRED" }).regex(/^[A-Z]{2}$/, "UNKNOWN_CHOICE"),
  countryEn: line,
  countryLo: line,
  mottoEn: line,
  mottoLo: line,
  ministryEn: line,
  ministryLo: line,
  unitEn: line,
  unitLo: line,
  /** Suffix of the number that the registry writes by hand, such as `/ຕສ`. */
  numberSuffix: requiredText(40),
  placeEn: line,
  placeLo: line,
  signerEn: line,
  signerLo: line,
  /** One receiver per line. */
  distributionEn: lines,
  distributionLo: lines,
  laoFont: z.enum(laoFonts, { error: "UNKNOWN_CHOICE" }),
};

/**
 * The organisation that issues official documents here: head, number, signature and receivers of
 * reports on its own state.
 */
export const HomeOrganisation = z.object(fields);
export type HomeOrganisation = z.output<typeof HomeOrganisation>;

/**
 * Input of the form: the same fields, and the version they were read from (0 if nothing has been
 * saved yet).
 */
export const HomeOrganisationInput = z.object({
  ...fields,
  version: z.coerce.number({ error: "INVALID_INPUT" }).int("INVALID_INPUT").min(0),
});

/**
 * Default until an administrator saves another: Lao PDR's ministry, as in its published documents.
 * The second line of the head is spelt in the usual way (one page of a ministry differs), and the
 * suffix is the ministry's own abbreviation.
 */
export const defaultHomeOrganisation: HomeOrganisation = {
  stateCode: defaultHomeState,
  countryEn: "Lao People’s Democratic Republic",
  countryLo: "ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ",
  mottoEn: "Peace Independence Democracy Unity Prosperity",
  mottoLo: "ສັນຕິພາບ ເອກະລາດ ປະຊາທິປະໄຕ ເອກະພາບ ວັດທະນາຖາວອນ",
  ministryEn: "Ministry of Technology and Communications",
  ministryLo: "ກະຊວງເຕັກໂນໂລຊີ ແລະ ການສື່ສານ",
  unitEn: "Cabinet, ASEAN Division",
  unitLo: "ຫ້ອງການກະຊວງ, ພະແນກອາຊຽນ",
  numberSuffix: "/ຕສ",
  placeEn: "Vientiane Capital",
  placeLo: "ນະຄອນຫຼວງວຽງຈັນ",
  signerEn: "Head of the ASEAN Division",
  signerLo: "ຫົວໜ້າພະແນກອາຊຽນ",
  distributionEn: "Cabinet of the Ministry\nASEAN Secretariat\nASEAN Division, for the file",
  distributionLo: "ຫ້ອງການກະຊວງ\nກອງເລຂາອາຊຽນ\nພະແນກອາຊຽນ ເກັບໄວ້",
  laoFont: "Phetsarath OT",
};

export const homeOrganisation: Setting<HomeOrganisation> = {
  key: homeOrganisationKey,
  schema: HomeOrganisation,
  fallback: defaultHomeOrganisation,
};
