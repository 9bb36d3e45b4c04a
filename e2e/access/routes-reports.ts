import type { Access } from "./answers";

/** The pages of reports with the answer for each role; see `access` in routes.ts. */
export const reportAccess: Access = {
  "/reports": { "/reports": { nobody: 307, others: 200 } },
  "/reports/settings": { "/reports/settings": { nobody: 307, admin: 200, others: 403 } },
  "/reports/work-plan": {
    "/reports/work-plan": { nobody: 307, others: 200 },
    "/reports/work-plan?plan={none}": { nobody: 307, others: 404 },
  },
  "/reports/work-plan/export": { "/reports/work-plan/export?format=csv": { nobody: 401, others: 200 } },
  "/reports/yearly-progress": {
    "/reports/yearly-progress": { nobody: 307, others: 200 },
    "/reports/yearly-progress?period=CYCLE-1900": { nobody: 307, others: 404 },
  },
  "/reports/yearly-progress/export": { "/reports/yearly-progress/export?format=csv": { nobody: 401, others: 200 } },
  "/reports/decision-follow-up": {
    "/reports/decision-follow-up": { nobody: 307, others: 200 },
    "/reports/decision-follow-up?period=CYCLE-1900": { nobody: 307, others: 404 },
  },
  "/reports/decision-follow-up/export": {
    "/reports/decision-follow-up/export?format=csv": { nobody: 401, others: 200 },
  },
  "/reports/country-progress": { "/reports/country-progress": { nobody: 307, others: 200 } },
  "/reports/country-progress/export": { "/reports/country-progress/export?format=csv": { nobody: 401, others: 200 } },
};
