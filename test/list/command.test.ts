import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runSignalbox, makeProject } from "../project/make-project.ts";
import { join } from "node:path";
import { exampleProject } from "../example-project.ts";
import { root } from "../layout/source-files.ts";

const shop = join(root, "examples/ticket-shop");
const inShop = (...args: string[]) => runSignalbox(args, { folder: shop });
const parsed = (text: string): unknown => JSON.parse(text);

test("what there is of a kind: a line each under the names of the columns", async () => {
  const { exitCode, stdout, stderr } = await inShop("list", "receivers");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const [head = "", ...lines] = stdout.trimEnd().split("\n");
  expect(head.trim().split(/ {2,}/)).toEqual(["name", "by", "alerts", "defined in"]);
  expect(lines.find((line) => line.startsWith("  on-call "))).toMatch(
    /^ {2}on-call +\S.* +\d+ +definitions\/platform\/receivers\.ts:4$/,
  );
});

test("the same as JSON, and of one service", async () => {
  const { stdout } = await inShop("list", "alerts", "--service", "ticket-shop", "--json");
  const whole = await inShop("list", "alerts", "--json");
  const [own, all] = [parsed(stdout), parsed(whole.stdout)] as readonly (readonly Record<
    string,
    unknown
  >[])[];
  expect(own?.find(({ name }) => name === "TicketShopSlow")).toMatchObject({
    severity: expect.any(String),
    service: "ticket-shop",
    file: "definitions/services/ticket-shop/alerts/program.ts",
    line: 12,
  });
  expect(own).toEqual(all?.filter(({ service }) => service === "ticket-shop"));
});

test("checks need no project", async () => {
  const { exitCode, stdout } = await runSignalbox(["list", "checks"], { folder: makeProject() });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^ {2}names-are-unique +\S/m);
});

test("an explanation as JSON has the headings of the text", async () => {
  const json = await inShop("explain", "TicketShopSlow", "--json");
  const text = await inShop("explain", "TicketShopSlow");
  const [entry = {}] = parsed(json.stdout) as readonly Record<string, unknown>[];
  const { kind, name, service, file, line, ...facts } = entry;
  expect({ kind, name, service }).toEqual({ kind: "alert", name: "TicketShopSlow", service: "ticket-shop" });
  expect(text.stdout).toContain(`  alert of ticket-shop, ${String(file)}:${String(line)}\n`);
  expect(Object.keys(facts)).toEqual(
    [...text.stdout.matchAll(/^(?! )(.+)$/gm)].map(([, one]) => one).slice(1),
  );
});

test("a name that several parts have is told of all of them", async () => {
  const { stdout } = await inShop("explain", "ticket-shop");
  expect(stdout).toContain("ticket-shop\n  job of ticket-shop, definitions/");
});

describe("what is wrong is said, with what may be meant", () => {
  test.each([
    [["list"], "Name what to list: alerts, metrics, recordings, jobs, panels, routes, receivers, checks."],
    [["list", "alert"], "There is nothing called 'alert' (did you mean 'alerts'?) to list."],
    [
      ["list", "alerts", "--service", "tiket-shop"],
      "There is no service 'tiket-shop' (did you mean 'ticket-shop'?).",
    ],
    [["list", "checks", "--service", "ticket-shop"], "Checks are of no service."],
  ])("%j", async (args, message) => {
    expect(await inShop(...args)).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `${message}\n"signalbox list --help" lists the options.\n`,
    });
  });

  test("a part of a name: what has it in its name", async () => {
    const { exitCode, stderr } = await inShop("explain", "shopslow");
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^There is neither a check nor a part of the project called 'shopslow'/);
    expect(stderr).toContain("These have the word in their name:\n\n  TicketShopSlow\n");
  });

  const broken = { "definitions/index.ts": "export const definitions = {};\nthrow new Error('no');\n" };
  test("definitions that do not load, as text and as JSON", async () => {
    const folder = makeProject(broken);
    const text = await runSignalbox(["list", "alerts"], { folder });
    expect(text.stderr).toContain("definitions/index.ts:2: no (definitions-load)");
    expect(text.stderr).toContain("1 problem; the project cannot be asked\n");
    const json = await runSignalbox(["explain", "Some", "--json"], { folder });
    expect(json).toMatchObject({ exitCode: 1, stderr: "" });
    expect(parsed(json.stdout)).toEqual({
      problems: [
        {
          id: "definitions-load",
          file: "definitions/index.ts",
          line: 2,
          message: "no",
          fix: expect.any(String),
        },
      ],
    });
  });
});

test("of alerts those whose scenario was proposed, and nobody has judged", async () => {
  const folder = exampleProject();
  const none = await runSignalbox(["list", "alerts", "--proposed"], { folder });
  expect(none.stdout).toBe("There are no alerts with a proposed scenario.\n");
  const path = join(folder, "definitions/services/ticket-shop/alerts/orders.ts");
  const before =
    "scenario: share(failed, sold, { ok: percent(0.5), limit: percent(2), firing: percent(2.1) }),";
  const text = readFileSync(path, "utf8");
  expect(text).toContain(before);
  const after = before.replace("share(", "{ given: [share(").replace("}),", "})], proposed: true },");
  writeFileSync(path, text.replace(before, after));
  const { stdout } = await runSignalbox(["list", "alerts", "--proposed"], { folder });
  expect(stdout.match(/^ {2}\w+/gm)).toEqual(["  name", "  TicketShopFailing"]);
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace(/impact: "[^"]*"/, 'impact: "People call help@example.org."'),
  );
  expect(await runSignalbox(["list", "alerts"], { folder })).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("1 problem; the project cannot be asked"),
  });
  expect(await runSignalbox(["list", "alerts", "--proposed"], { folder })).toMatchObject({
    exitCode: 0,
    stdout,
  });
  const metrics = await runSignalbox(["list", "metrics", "--proposed"], { folder });
  expect({ ...metrics, stdout: "" }).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("--proposed goes with alerts."),
  });
});
