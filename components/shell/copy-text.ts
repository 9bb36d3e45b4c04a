import { stripJoiners } from "@/i18n/lao-words";

/**
 * Leaves the joiners that are drawn into Lao words out of what is copied.
 * @returns the end of it
 */
export function copyWithoutJoiners(target: Window): () => void {
  const listening = new AbortController();
  target.addEventListener("copy", (event) => onCopy(event, target.getSelection()), { signal: listening.signal });
  return () => listening.abort();
}

/** Nothing happens where nothing is left out: the browser copies best. */
function onCopy(event: ClipboardEvent, selection: Selection | null): void {
  const text = selection?.toString() ?? "";
  const plain = stripJoiners(text);
  if (event.defaultPrevented || !event.clipboardData || !selection || plain === text) return;
  const holder = document.createElement("div");
  for (let index = 0; index < selection.rangeCount; index += 1) holder.append(contentOf(selection.getRangeAt(index)));
  event.clipboardData.setData("text/plain", plain);
  event.clipboardData.setData("text/html", stripJoiners(holder.innerHTML));
  event.preventDefault();
}

/** With the table or list around it, without which rows and items are not read as such. */
function contentOf(range: Range): Node {
  let content: Node = range.cloneContents();
  const { commonAncestorContainer: common } = range;
  const inner = common instanceof Element ? common : common.parentElement;
  const outer = inner?.closest("table, ul, ol") ?? null;
  for (let around = outer && inner; around; around = around === outer ? null : around.parentElement) {
    const shell = around.cloneNode(false);
    shell.appendChild(content);
    content = shell;
  }
  return content;
}
