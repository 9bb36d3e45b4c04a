const formOf: Readonly<Record<string, (id: number) => string>> = {
  create: () => "meeting:new",
  postpone: (id) => `meeting-off:${id}`,
  cancel: (id) => `meeting-off:${id}`,
  decisions: (id) => `decisions:${id}`,
  edit: (id) => `meeting:${id}`,
  paper: (id) => `paper:${id}`,
  deadline: (id) => `deadline:meeting:${id}`,
};

/**
 * The form whose draft is discarded after a save; drafts of other forms stay.
 * @param act one of the meeting's `savedActs`
 */
export function savedForm(act: string | null, meetingId: number): string | undefined {
  return act && Object.hasOwn(formOf, act) ? formOf[act]?.(meetingId) : undefined;
}
