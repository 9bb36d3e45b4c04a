import { expect, test } from "./fixtures";

test("the site answers", async ({ request, server }) => {
  const response = await request.get("/sign-in");
  expect(response.status()).toBe(200);
  expect(response.url()).toContain(server.url);
});
