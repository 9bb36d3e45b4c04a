import fc from "fast-check";
import { expect, it } from "vitest";
import { leadingParts, readParts } from "./multipart";

async function written(form: FormData): Promise<{ body: Buffer; type: string }> {
  const response = new Response(form);
  return { body: Buffer.from(await response.arrayBuffer()), type: response.headers.get("content-type") ?? "" };
}

it("reads what the platform writes: names, contents, files", async () => {
  const text = fc.string({ unit: "binary", maxLength: 60 }).map((value) => value.toWellFormed());
  const fields = fc.array(fc.tuple(text.filter(Boolean), text), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fields, async (pairs) => {
      const form = new FormData();
      for (const [name, value] of pairs) form.append(name, value);
      form.append("file", new Blob(["\r\n--x\r\n"]), "ຊື່.txt");
      const { body, type } = await written(form);
      const parts = readParts(body, type, 100);
      const line = (value: string) => value.replace(/\r\n|\r|\n/g, "\r\n");
      expect(parts?.map(({ name, isFile }) => [name, isFile])).toEqual([
        ...pairs.map(([name]) => [line(name), false]),
        ["file", true],
      ]);
      expect(parts?.slice(0, -1).map(({ content }) => content.toString())).toEqual(
        pairs.map(([, value]) => line(value)),
      );
    }),
  );
});

it.each([
  ["breaks off in a head", "--x\r\nContent-Disp"],
  ["breaks off in a content", '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'],
  ["has no end", '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x\r\n'],
  ["has a part without a name", "--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--"],
  ["has a part that is not of a form", '--x\r\nContent-Disposition: attachment; name="a"\r\n\r\n1\r\n--x--'],
  ["begins with something else", 'preamble\r\n--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--'],
  ["is something else", "[[[["],
  ["is empty", ""],
])("refuses a body that %s", (_what, body) => {
  expect(readParts(Buffer.from(body), "multipart/form-data; boundary=x", 100)).toBeNull();
});

it("refuses more parts than it may read, and a type without a boundary", async () => {
  const form = new FormData();
  for (let number = 0; number < 6; number += 1) form.append("a", "1");
  const { body, type } = await written(form);
  expect(readParts(body, type, 5)).toBeNull();
  expect(readParts(body, type, 6)).toHaveLength(6);
  expect(readParts(body, "multipart/form-data", 6)).toBeNull();
});

it("reads the fields before the place where a body is cut off", async () => {
  const form = new FormData();
  form.append("note", "ຍັງຢູ່");
  form.append("file", new Blob(["x".repeat(1_000)]), "a.pdf");
  form.append("after", "lost");
  const { body, type } = await written(form);
  const names = (bytes: Buffer) => leadingParts(bytes, type, 100).map(({ name }) => name);
  expect(names(body.subarray(0, 600))).toEqual(["note"]);
  expect(names(body)).toEqual(["note", "file", "after"]);
  expect(names(body.subarray(0, 10))).toEqual([]);
});
