import { expect, it } from "vitest";
import { bareTextIn } from "./bare-text";
import { sourceFiles } from "./source-files";

it.each([
  ["words that change beside an icon", "<b><i />{busy ?? label}</b>", ["1: busy ?? label"]],
  ["words that come and go", "<b><i />{isOpen && t(`open`)}</b>", ["1: isOpen && t(`open`)"]],
  ["punctuation before something that comes and goes", "<b>: {isOpen && <i />}</b>", ["1: :"]],
  ["a count before a word", "<b>{count} <i /></b>", ["1: count"]],
])("finds %s", (_what, source, places) => {
  expect(bareTextIn(`const a = ${source}`)).toEqual(places);
});

it.each([
  ["the only text of an element", "<b>{busy ?? label}</b>"],
  ["text in an element of its own", "<b>{isOpen && <i />}<span>{label}</span></b>"],
  ["punctuation between what stays", "<b><i /> · <u /></b>"],
  ["elements that are passed on", "<b>{icon}{isOpen ? children : null}{rows.map((row) => <i key={row} />)}</b>"],
  ["a space and a comment", '<b><i />{" "}{/* why */}<u /></b>'],
])("accepts %s", (_what, source) => {
  expect(bareTextIn(`const a = ${source}`)).toEqual([]);
});

it("leaves no text bare that React may change while a browser translates the page", () => {
  const found = sourceFiles(["app", "components", "features"])
    .filter(({ file }) => file.endsWith(".tsx"))
    .flatMap(({ file, text }) => bareTextIn(text).map((place) => `${file}:${place}`));
  expect(found).toEqual([]);
});
