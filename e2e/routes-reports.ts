const all = "200 200 200 200 200 200";
const nobody = "404 404 404 404 404 404";

/** What the addresses of reports answer, in the order of `access`. */
export const reportAccess: Record<string, Record<string, string>> = {
  "/reports": { "/reports": `307 ${all}` },
  "/reports/settings": { "/reports/settings": "307 200 403 403 403 403 403" },
  "/reports/work-plan": { "/reports/work-plan": `307 ${all}`, "/reports/work-plan?plan={none}": `307 ${nobody}` },
  "/reports/work-plan/export": { "/reports/work-plan/export?format=csv": `401 ${all}` },
  "/reports/yearly-progress": {
    "/reports/yearly-progress": `307 ${all}`,
    "/reports/yearly-progress?period=CYCLE-1900": `307 ${nobody}`,
  },
  "/reports/yearly-progress/export": { "/reports/yearly-progress/export?format=csv": `401 ${all}` },
  "/reports/country-progress": { "/reports/country-progress": `307 ${all}` },
  "/reports/country-progress/export": { "/reports/country-progress/export?format=csv": `401 ${all}` },
};
