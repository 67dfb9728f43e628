import { createServer } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import type { JobModel } from "../../generators/jobs/index.ts";
import { jobNamed } from "../../generators/model/lookups.ts";
import { driftOf } from "../../scripts/drift/drift-of.ts";
import { fromTargets } from "../../scripts/drift/from-targets.ts";
import { familiesIn } from "../contract/small-contract.ts";
import { model } from "../example-model.ts";

const found = jobNamed(model, "ticket-shop-worker");
if (found?.kind !== "scrape") throw new Error("the example has no such job");
const job = found;

const whole = `shop_tickets_total 5
shop_mails_total{result="delivered"} 1
shop_mails_total{result="bounced"} 0
shop_queued_tickets{printer="1"} 1
process_start_time_seconds 1
`;
const part = whole.replace(/shop_queued.*\n/, "");

describe("several targets of a job", () => {
  const sources = (...texts: string[]) =>
    texts.map((text, index) => ({ at: `shop:${index + 1}`, families: familiesIn(text) }));
  const said = (...texts: string[]) =>
    driftOf(model, [{ job, sources: sources(...texts) }]).map(({ metric, text }) => `${metric} ${text}`);
  const missing =
    "shop_queued_tickets is missing; a program that was just started may not know the values of its labels yet";

  test("what all of them differ in is said once", () => expect(said(part, part)).toEqual([missing]));
  test("what only some differ in says in which, as in the middle of a release", () => {
    expect(said(whole, part)).toEqual([`${missing}, only at shop:2`]);
    expect(said(part, whole, part)).toEqual([`${missing}, only at shop:1 and shop:3`]);
  });
  test("as declared: nothing", () => expect(said(whole, whole)).toEqual([]));
});

/** A target that answers this. */
async function target(text: string): Promise<JobModel["targets"][number]> {
  const server = createServer((_request, response) => response.end(text));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const written = `127.0.0.1:${address.port}`;
  return { written, address: written, instance: written };
}

describe("targets are asked where their author wrote that they are", () => {
  test("and one that does not answer as it should is named, beside the others", async () => {
    const [good, odd] = [await target(whole), await target("<html>")];
    const { exposed, complaints } = await fromTargets([{ ...job, targets: [good, odd] }]);
    expect(exposed.map(({ sources }) => sources.map(({ at }) => at))).toEqual([[good.instance]]);
    expect(complaints).toEqual([expect.stringContaining(`http://${odd.written}/`)]);
  });
  const secret = { kind: "secret", name: "shop_token", path: "secrets/shop_token" } as const;
  test.each([
    ["a token", { bearerToken: secret }, "a secret or a certificate: take --job ticket-shop-worker --url"],
    ["a header", { headers: { "X-Scope": "shop" } }, "headers or parameters: save its answer"],
  ])("but not where %s is needed, which is said", async (_, request, reason) => {
    const asking: JobModel = Object.assign({}, job, { request, targets: [] });
    const { exposed, complaints } = await fromTargets([asking]);
    expect(exposed).toEqual([]);
    expect(complaints[0]).toContain(`Job ticket-shop-worker was not asked: it needs ${reason}`);
  });
});
