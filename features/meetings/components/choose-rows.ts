/** The check boxes of a form's rows, in the order of the page. */
export const boxesOf = (form: HTMLFormElement) => [
  ...form.querySelectorAll<HTMLInputElement>("input[type=checkbox][name=rows]"),
];

/** Ticks all between two boxes as the second one is. */
export function chooseBetween(form: HTMLFormElement, from: HTMLInputElement, to: HTMLInputElement): void {
  const boxes = boxesOf(form);
  const [first = 0, last = 0] = [boxes.indexOf(from), boxes.indexOf(to)].sort((a, b) => a - b);
  for (const box of boxes.slice(Math.max(first, 0), last + 1)) box.checked = to.checked;
}
