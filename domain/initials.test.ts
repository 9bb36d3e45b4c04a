import { expect, it } from "vitest";
import { initialsOf } from "./initials";

it.each([
  ["Somchai Phommachanh", "SP"],
  ["Ana Maria dela Cruz", "AC"],
  ["Ludwig van", "L"],
  ["Sample officer (Lao PDR)", "S"],
  ["Sample focal point (", "S"],
  ["(sample) Nguyễn Văn An", "NA"],
  ["maria", "M"],
  ["O'Neill [desk]", "O"],
  ["Jean-Luc Élan", "JÉ"],
  ["ສົມຊາຍ ພົມມະຈັນ", "ສພ"],
  ["ແກ້ວມະນີ ໄຊຍະວົງ", "ແກໄຊ"],
  ["ເພັດສະໝອນ", "ເພ"],
  ["ເຈົ້າໜ້າທີ່ (ຕົວຢ່າງ)", "ເຈ"],
  ["(1)", ""],
])("takes letters of the name alone: %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
