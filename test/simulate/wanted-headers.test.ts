import { expect, test } from "vitest";
import { mayPass, refusal } from "../../scripts/simulate/route.ts";
import { wantedOf } from "../../scripts/simulate/wanted-headers.ts";
import { scrapeJob } from "../targets/small-jobs.ts";
import { secret } from "../targets/small-model.ts";

const secrets = new Map([
  ["p", "simulated-p"],
  ["key", "simulated-key"],
  ["t", "simulated-t"],
]);
const asked = (headers: Readonly<Record<string, string>>) => ({
  path: "/",
  query: new URLSearchParams(),
  headers,
});

test("a target asks for what its job sends: a password, and its own headers", () => {
  const request = {
    basicAuth: { user: "prometheus", password: secret("p") },
    headers: { "X-Scope-OrgID": "shop", "X-Api-Key": secret("key") },
  };
  const wanted = wantedOf(scrapeJob({ request }), secrets);
  const authorization = `Basic ${Buffer.from("prometheus:simulated-p").toString("base64")}`;
  const right = { authorization, "x-scope-orgid": "shop", "x-api-key": "simulated-key" };
  expect(mayPass(asked(right), wanted)).toBe(true);
  for (const name of Object.keys(right))
    expect(mayPass(asked({ ...right, [name]: "other" }), wanted)).toBe(false);
  expect(refusal(wanted)).toMatchObject({
    status: 401,
    body: expect.stringContaining("authorization, x-scope-orgid"),
  });
});

test("a token; and nothing where the job sends nothing", () => {
  expect(wantedOf(scrapeJob({ request: { bearerToken: secret("t") } }), secrets)).toEqual(
    new Map([["authorization", "Bearer simulated-t"]]),
  );
  expect(mayPass(asked({}), wantedOf(scrapeJob(), secrets))).toBe(true);
});
