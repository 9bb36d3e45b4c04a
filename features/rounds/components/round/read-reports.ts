/**
 * The submitted reports that a person has opened on this device, each as `id:version`: a report
 * that was saved since is to be read again.
 */
const most = 1_000;
const keyOf = (person: string) => `read-reports:${person}`;

export function readReports(person: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(keyOf(person)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    // Without storage nothing is known to be read.
    return [];
  }
}

export function noteRead(person: string, report: string): void {
  try {
    const others = readReports(person).filter((one) => one !== report);
    window.localStorage.setItem(keyOf(person), JSON.stringify([...others, report].slice(-most)));
  } catch {
    // The report is then ticked by hand.
  }
}
