import { countryProgressAddress } from "./country-progress/address";
import { followUpAddress } from "./decision-follow-up/address";
import { briefingAddress } from "./meeting-briefing/address";
import { outstandingReportsAddress } from "./outstanding-reports/address";
import { talkingPointsAddress } from "./talking-points/address";
import { workPlanAddress } from "./work-plan/address";
import { yearlyProgressAddress } from "./yearly-progress/address";

/**
 * Addresses of all printed documents. The gate checks them and those of their files
 * (app/query-checks.ts).
 */
export const documentAddresses = [
  workPlanAddress,
  countryProgressAddress,
  yearlyProgressAddress,
  briefingAddress,
  outstandingReportsAddress,
  talkingPointsAddress,
  followUpAddress,
] as const;
