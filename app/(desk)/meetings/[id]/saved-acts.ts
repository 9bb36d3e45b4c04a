/** After which of these the page says that it is done. */
export const savedActs = [
  ...["create", "edit", "open", "close", "item"],
  ...["itemRemoved", "put", "taken", "decisionRemoved"],
  ...["deadline", "deadlineRemoved", "paper", "paperRemoved"],
] as const;

const formOf: Readonly<Record<string, (id: number) => string>> = {
  create: () => "meeting:new",
  edit: (id) => `meeting:${id}`,
  paper: (id) => `paper:${id}`,
  deadline: (id) => `deadline:meeting:${id}`,
};

/** The form whose draft is done with; what is typed into the others stays. @param act one of `savedActs` */
export function savedForm(act: string | undefined, meetingId: number): string | undefined {
  return act && Object.hasOwn(formOf, act) ? formOf[act]?.(meetingId) : undefined;
}
