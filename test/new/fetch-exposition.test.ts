import { createServer } from "node:http";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchExposition } from "../../scripts/new/exposition/fetch-exposition.ts";
import { makeFolder } from "../build/out-fixture.ts";

let authorization: string | undefined;
const server = createServer((request, response) => {
  authorization = request.headers.authorization;
  if (request.url === "/slow") return;
  if (request.url === "/moved")
    response.writeHead(302, { location: "http://user:pw@other.internal/login?next=1" }).end();
  else if (request.url === "/denied") response.writeHead(401).end("who are you?");
  else if (request.url === "/page") response.end("\n<!DOCTYPE html><html></html>");
  else if (request.url === "/empty") response.end("\n");
  else if (request.url === "/binary") response.end(Buffer.from([0x80, 0xff]));
  else response.end("up 1\n");
});
let origin = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address === "object") origin = `http://127.0.0.1:${address?.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.each([
  ["/metrics", { text: "up 1\n" }],
  ["/denied", "answered 401. Put a token into a file, and name it with --token-file."],
  ["/moved", "answered 302, and leads to http://other.internal/login."],
  ["/page", "is a page for people, and no exposition"],
  ["/empty", "is empty."],
  ["/binary", "is no text in UTF-8"],
  ["/slow", "did not answer within 0.2 s."],
])("%s", async (path, expected) => {
  const found = await fetchExposition(`${origin}${path}`, { timeoutMs: path === "/slow" ? 200 : 30_000 });
  expect(found).toEqual(
    typeof expected === "string" ? { complaint: expect.stringContaining(expected) } : expected,
  );
});

test("a token is read from a file, sent, and never said", async () => {
  const tokenFile = join(makeFolder(), "token");
  writeFileSync(tokenFile, "s3cret\n");
  expect(await fetchExposition(`${origin}/metrics`, { tokenFile })).toEqual({ text: "up 1\n" });
  expect(authorization).toBe("Bearer s3cret");
  const denied = JSON.stringify(await fetchExposition(`${origin}/denied`, { tokenFile }));
  expect(denied).toContain("answered 401. It does not take the token");
  expect(denied).not.toContain("s3cret");
  writeFileSync(tokenFile, "two words\n");
  const refused = JSON.stringify(await fetchExposition(`${origin}/metrics`, { tokenFile }));
  expect(refused).toContain("does not hold a token");
  expect(refused).not.toContain("words\\n");
});

test.each([
  ["http://user:pw@localhost:1/metrics", "A password in an address"],
  ["ftp://localhost/metrics", "begins with http:// or https://"],
  ["http://", "begins with http:// or https://"],
  ["http://127.0.0.1:1/metrics", "cannot be reached"],
  ["/nowhere/metrics.txt", "/nowhere/metrics.txt cannot be read: ENOENT."],
])("%s is refused", async (source, reason) => {
  const found = JSON.stringify(await fetchExposition(source));
  expect(found).toContain(reason);
  expect(found).not.toContain("pw");
});
