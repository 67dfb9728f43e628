import { alert, dashboard, row, runs, scrapeJob, secretFile, text } from "signalbox";
import { describe, expect, test } from "vitest";
import { secretsCheck } from "../../generators/checks/texts/no-secret-values.ts";
import { compile } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { formatProblem } from "../../generators/problem.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { dashboardWith, orderPanel, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "no-secret-values";
const fix = "  fix: move it from the definitions into a file, and refer to that with secretFile(…)";
const orAllow = `; where it opens nothing, suppress it with a reason: allow: { "${id}": "…" }`;

// Put together from pieces: what looks for secrets in the repository must not find these, which open nothing.
const of = (...pieces: readonly string[]) => pieces.join("");
const webhook = of(
  "https://hooks.slack",
  ".com/services/",
  "T01234567/B01234567/",
  "abcdefghijklmnopqrstuvwx",
);
const token = of("xo", "xb-", "123456789012-", "abcdefghij0123456789");

describe("it is reported at the definition that holds it", () => {
  test("an alert, once, however many files it would reach", () => {
    // the alert
    const Leaky = alert({ ...plainWords, expr: orderRate.gt(5), description: `Ask ${webhook} for help.` });
    expect(problemsOf(id, definitionsWith({ alerts: { Leaky } }))).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${at("the alert")}: a Slack webhook address stands in "description" \\(${id}\\)\\n${escaped(fix + orAllow)}$`,
        ),
      ),
    ]);
  });

  test("words that a function gives", () => {
    // the function
    const Leaky = alert({
      ...plainWords,
      expr: orderRate.gt(5),
      summary: ({ value }) => `${value} ${token}`,
    });
    expect(problemsOf(id, definitionsWith({ alerts: { Leaky } }))).toEqual([
      expect.stringMatching(`^${at("the function")}: `),
    ]);
  });

  test("the panel, and not its dashboard", () => {
    const words = { title: "Help", description: "Where to ask." };
    // the panel
    const panel = text({ ...words, markdown: `Ask ${token}.` });
    expect(problemsOf(id, definitionsWith({ dashboards: { more: dashboardWith(panel) } }))).toEqual([
      expect.stringMatching(`^${at("the panel")}: a Slack token stands in "markdown"`),
    ]);
  });

  test("a dashboard", () => {
    const rows = [row("Sales", [orderPanel])];
    // the dashboard
    const more = dashboard("x", { title: "X", description: token, folder: "Shop", last: "6h", rows });
    expect(problemsOf(id, definitionsWith({ dashboards: { more } }))).toEqual([
      expect.stringMatching(`^${at("the dashboard")}: `),
    ]);
  });

  test("an expression", () => {
    const web = sales.shop_orders_total.where({ channel: "web", instance: token });
    const scenario = runs(web, { ok: 3, limit: 5, firing: 5.25 });
    const expr = orderRate.where({ instance: token }).gt(5);
    const allow = { "matchers-find-series": "its target is called so" };
    // the expression
    const Leaky = alert({ ...plainWords, expr, scenario, allow });
    expect(problemsOf(id, definitionsWith({ alerts: { Leaky } }))).toEqual([
      expect.stringMatching(`^${at("the expression")}: `),
    ]);
  });

  test("a target's label", () => {
    // the job
    const till = scrapeJob("till", {
      description: "The till.",
      targets: ["localhost:81"],
      labels: { key: token },
    });
    expect(problemsOf(id, definitionsWith({ jobs: { till } }))).toEqual([
      expect.stringMatching(`^${at("the job")}: `),
    ]);
  });

  test("two secrets of one kind are both reported", () => {
    // one
    const One = alert({ ...plainWords, expr: orderRate.gt(5), description: token });
    // two
    const Two = alert({ ...plainWords, expr: orderRate.gt(5.1), description: `${token}-other` });
    const found = problemsOf(id, definitionsWith({ alerts: { One, Two } }));
    expect(found.map((problem) => problem.split(": ")[0])).toEqual([at("one"), at("two")]);
  });
});

test("of several files and lines the first is reported", () => {
  const { model } = resolve(definitionsWith());
  const check = secretsCheck(model);
  const found = [...check("b.yml", `a\nb\n${token}\n${token}`), ...check("a.yml", token)];
  expect(found.map(({ message }) => message)).toEqual(["out/b.yml:3 would contain a Slack token"]);
});

test("nothing is written then", () => {
  const Leaky = alert({ ...plainWords, expr: orderRate.gt(5), description: token });
  expect(compile(definitionsWith({ alerts: { Leaky } })).files).toEqual({});
});

test("what opens nothing is allowed with a reason, in the definition and in every file that it reaches", () => {
  const allow = { [id]: "the key of a shop that was closed in 2019" };
  const Leaky = alert({ ...plainWords, allow, expr: orderRate.gt(5), description: `Ask ${token}.` });
  const { problems: found, files } = compile(definitionsWith({ alerts: { Leaky } }));
  expect(found).toEqual([]);
  expect(Object.values(files).filter((text) => text.includes(token)).length).toBeGreaterThan(1);
});

test("an allowance is of its own definition", () => {
  const allow = { [id]: "the key of a shop that was closed in 2019" };
  const Old = alert({ ...plainWords, allow, expr: orderRate.gt(5), description: token });
  // the other
  const Other = alert({ ...plainWords, expr: orderRate.gt(5.1), description: token });
  const found = problemsOf(id, definitionsWith({ alerts: { Old, Other } }));
  expect(found.map((problem) => problem.split(": ")[0])).toEqual([at("the other")]);
});

test("an allowance for nothing is a problem", () => {
  const allow = { [id]: "nobody looks" };
  // allowed
  const Clean = alert({ ...plainWords, allow, expr: orderRate.gt(5) });
  expect(problemsOf("allowances-apply", definitionsWith({ alerts: { Clean } }))).toEqual([
    expect.stringMatching(`^${at("allowed")}: "${id}" is suppressed here, but it finds nothing`),
  ]);
});

describe("the place is that of what holds it, and not of what has the same letters", () => {
  const { model } = resolve(definitionsWith({ alerts: { Words: wordsOfPassword() } }));
  const { platform } = model;

  test("a short password is found within no other word", () => {
    const [problem] = secretsCheck(model)("x.yml", of("https://shop:", "pass", "@mail.internal"));
    expect(problem?.place).toEqual(platform.place);
  });

  test("the whole address decides before its parts", () => {
    const address = of("https://shop:", "pass", "@mail.internal");
    // says it
    const Says = alert({ ...plainWords, expr: orderRate.gt(5), impact: `Look at ${address}.` });
    const holding = resolve(definitionsWith({ alerts: { Words: wordsOfPassword(), Says } })).model;
    const [problem] = secretsCheck(holding)("x.yml", `url: ${address}`);
    expect(`${problem?.place.file}:${problem?.place.line}`).toBe(at("says it"));
  });
});

function wordsOfPassword() {
  return alert({
    ...plainWords,
    expr: orderRate.gt(6),
    description: "Who may pass needs a password or a passport.",
  });
}

test("a target that is refused for its shape", () => {
  const target = "user:hunter2@host:8000";
  // the refused job
  const till = scrapeJob("till", { description: "The till.", targets: [target as "host:8000"] });
  expect(compile(definitionsWith({ jobs: { till } })).problems.map(formatProblem)).toEqual([
    `${at("the refused job")}: job "till": targets.0 is "user:…@host:8000" (definitions-are-well-formed)\n  fix: write host:port, such as localhost:8080, with a port from 1 to 65535`,
  ]);
});

function escaped(plain: string): string {
  return plain.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

describe("what is written in the place of a secret's name is not printed", () => {
  test.each([
    ["hunter2!", "is not the name of a file"],
    ["hunter2\u0000", "holds U+0000"],
    ["Hunter2", "is not the name of a file"],
    [of("0123456789abcdef", "0123456789abcdef"), "looks like the secret itself"],
    [of("shop-", "0123456789abcdef", "01234567"), "looks like the secret itself"],
    [of("glp", "at-", "0123456789abcdefghij"), "looks like the secret itself"],
  ])("%#: %s", (name, why) => {
    // the secret
    const bearerToken = secretFile(name, "Token of the till.");
    const till = scrapeJob("till", { description: "The till.", targets: ["localhost:8081"], bearerToken });
    const said = compile(definitionsWith({ jobs: { till } })).problems.map(formatProblem);
    expect(said[0]?.startsWith(`${at("the secret")}: a secret: name ${why}`), said[0]).toBe(true);
    expect(said.join("\n").toLowerCase()).not.toContain(name.slice(0, 7).toLowerCase());
  });
});
