import { expect, it } from "vitest";
import { catalogue } from "./catalogue";
import { meetingInText } from "./meeting-name";

it("names a meeting in a sentence by its acronym, or by the name of its body", () => {
  const inEnglish = (code: string) => meetingInText(code, (body) => catalogue.en.terms.byBody[body]);
  const inLao = (code: string) => meetingInText(code, (body) => catalogue.lo.terms.byBody[body]);
  expect(inEnglish("ADGMIN-3")).toBe("ADGMIN-3");
  expect(inEnglish("CN-2024")).toBe("CN-2024");
  expect(inEnglish("RETREAT-2023-2")).toBe("the Leaders’ Retreat 2023-2");
  expect(inLao("RETREAT-2023-2")).toBe("ການພົບປະຜູ້ນຳ 2023-2");
});
