// Which rules are tried, by name and by what differs from a commit.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { runs, type Definitions } from "signalbox";
import { resolve } from "../../generators/model/resolve.ts";
import { filesOf } from "../../generators/targets/prometheus/tests.ts";
import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { extentOf, extentText, othersText, type Selection } from "../../scripts/mutate/extent.ts";
import { selectRuleTests } from "../../scripts/mutate/select-rule-tests.ts";
import { definitionsWith, withoutGuards } from "../checks/small-definitions.ts";
import { FewOrders, sales } from "../checks/small-shop.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

function ruleTestsFor(definitions: Definitions): RuleTest[] {
  return ruleTestsOf(resolve(withoutGuards(definitions)).model);
}

function alertWith(parts: Partial<typeof FewOrders>): Definitions {
  return definitionsWith({ alerts: { FewOrders: { ...FewOrders, ...parts } } });
}

const committed = ruleTestsFor(definitionsWith());

function git(folder: string, ...args: readonly string[]): void {
  const who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...who, ...args], { cwd: folder, stdio: "ignore" });
}

function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** A repository whose first commit has these rule tests, and the file with the definitions that they belong to. */
async function repository(
  definitions = "first\n",
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = await temporaryFolder();
  git(folder, "init", "--initial-branch=main");
  for (const ruleTest of committed) {
    put(folder, ruleTest.rule.place.file, definitions);
    for (const [path, text] of Object.entries(filesOf(ruleTest))) put(folder, `out/${path}`, text);
  }
  for (const [path, text] of Object.entries(more)) put(folder, path, text);
  git(folder, "add", ".");
  git(folder, "commit", "--message=first");
  return folder;
}

async function selectedNames(
  ruleTests: readonly RuleTest[],
  selection: Selection,
  folder: string,
  environment: NodeJS.ProcessEnv = {},
) {
  const project = {
    root: folder,
    definitions: join(folder, "definitions/index.ts"),
    out: join(folder, "out"),
  };
  const extent = await extentOf(selection, project, environment);
  if ("complaint" in extent) return extent.complaint;
  const selected = await selectRuleTests(ruleTests, extent, project);
  if ("complaint" in selected) return selected.complaint;
  return [extentText(extent), ...selected.ruleTests.map(({ name }) => name)];
}

describe("without a base or a name", () => {
  test("all rules are tried", async () => {
    const names = ["all rules", "instance:shop_orders:rate5m", "FewOrders"];
    expect(await selectedNames(committed, {}, await temporaryFolder())).toEqual(names);
  });
});

describe("on a branch", () => {
  const all = ["all rules", ...committed.map(({ name }) => name)];
  const slower = ruleTestsFor(alertWith({ for: "10m" }));

  async function branch(): Promise<string> {
    const folder = await repository();
    git(folder, "switch", "--create", "slower");
    put(folder, "definitions/index.ts", "changed\n");
    return folder;
  }

  test("only what differs from where it left main is tried", async () => {
    expect(await selectedNames(slower, {}, await branch())).toEqual([
      "the rules that differ from main",
      "FewOrders",
    ]);
  });

  test("it is said how all can be tried", async () => {
    const root = await branch();
    const [unasked, asked] = [
      await extentOf({}, { root }, {}),
      await extentOf({ changed: true }, { root }, {}),
    ];
    if ("complaint" in unasked || "complaint" in asked) throw new Error("there is a repository");
    expect(othersText(unasked)).toMatch(
      /^on branch slower only what differs is tried; all rules: (?:npm run mutate --|npx signalbox mutate) --all$/,
    );
    expect(othersText(asked)).toBeUndefined();
  });

  test("all are tried where the user says so, and where pushed work is judged", async () => {
    const folder = await branch();
    expect(await selectedNames(slower, { all: true }, folder)).toEqual(all);
    expect(await selectedNames(slower, {}, folder, { CI: "true" })).toEqual(all);
    expect(await selectedNames(slower, { changed: true }, folder, { CI: "true" })).toHaveLength(2);
  });

  test("all are tried on main, on a branch that is still the same, and on none", async () => {
    const folder = await repository();
    expect(await selectedNames(slower, {}, folder)).toEqual(all);
    git(folder, "switch", "--create", "same");
    expect(await selectedNames(slower, {}, folder)).toEqual(all);
    git(folder, "switch", "--detach");
    put(folder, "definitions/index.ts", "changed\n");
    expect(await selectedNames(slower, {}, folder)).toEqual(all);
  });
});

describe("by name", () => {
  test("one rule is tried", async () => {
    const selected = await selectedNames(committed, { rule: "FewOrders" }, await temporaryFolder());
    expect(selected).toEqual(["the rule FewOrders", "FewOrders"]);
  });

  test("a name that no rule has is reported", async () => {
    const selected = await selectedNames(committed, { rule: "FewOrder" }, await temporaryFolder());
    expect(selected).toBe("There is no rule \"FewOrder\" (did you mean 'FewOrders'?).");
  });
});

describe("against a commit", () => {
  const none = "the rules that differ from HEAD";

  test("nothing is tried where nothing changed", async () => {
    expect(await selectedNames(committed, { changed: true }, await repository())).toEqual([none]);
  });

  test.each([
    ["another rule", alertWith({ for: "10m" })],
    [
      "another scenario",
      alertWith({
        scenario: runs(sales.shop_orders_total.where({ channel: "web" }), { ok: 3, limit: 1, firing: 0.5 }),
      }),
    ],
  ])("%s is tried", async (_, definitions) => {
    const selected = await selectedNames(ruleTestsFor(definitions), { changed: true }, await repository());
    expect(selected).toEqual([none, "FewOrders"]);
  });

  test("an alert is tried as well when a recording that it reads changed", async () => {
    const [recording, alert] = committed;
    if (!recording || !alert) throw new Error("the small shop has two rules");
    const slower = (ruleTest: RuleTest): RuleTest => ({
      ...ruleTest,
      ruleFile: { groups: ruleTest.ruleFile.groups.map((group) => ({ ...group, interval: "1m" })) },
    });
    const selected = await selectedNames(
      [slower(recording), slower(alert)],
      { changed: true },
      await repository(),
    );
    expect(selected).toEqual([none, "instance:shop_orders:rate5m", "FewOrders"]);
  });

  test("a waiver that came or changed shows in no generated file, and is tried all the same", async () => {
    const folder = await repository();
    const waiving = ruleTestsFor(alertWith({ equivalentMutants: { "for halved": "It is never shorter." } }));
    expect(await selectedNames(waiving, { changed: true }, folder)).toEqual([none]);
    put(folder, FewOrders.place.file, "second\n");
    expect(await selectedNames(waiving, { changed: true }, folder)).toEqual([none, "FewOrders"]);
  });

  describe("a rule whose last waiver is gone is tried,", () => {
    const waived = 'equivalentMutants: { "for halved": "It is never shorter." }\n';
    const { file } = FewOrders.place;

    test("where its file had waivers", async () => {
      const folder = await repository(waived);
      expect(await selectedNames(committed, { changed: true }, folder)).toEqual([none]);
      put(folder, file, "first\n");
      expect(await selectedNames(committed, { changed: true }, folder)).toContain("FewOrders");
    });

    test.each([
      ["a file that git knows", true],
      ["one that it does not know yet", false],
    ])("where it came from a file that had some, into %s", async (_, isAdded) => {
      const folder = await repository("first\n", { "definitions/old näme.ts": waived });
      git(folder, "rm", "--cached", "--quiet", file);
      git(folder, "commit", "--message=second");
      expect(await selectedNames(committed, { changed: true }, folder)).toEqual([none]);
      rmSync(join(folder, "definitions/old näme.ts"));
      if (isAdded) git(folder, "add", file);
      expect(await selectedNames(committed, { changed: true }, folder)).toContain("FewOrders");
    });

    test("and not where no file that was edited had any", async () => {
      const folder = await repository();
      put(folder, file, "second\n");
      expect(await selectedNames(committed, { changed: true }, folder)).toEqual([none]);
    });
  });

  describe("a rule whose waivers stand in another file is tried when that alone changed,", () => {
    const { file } = FewOrders.place;
    const waivers = { "for halved": "It is never shorter." };
    const waiving = ruleTestsFor(alertWith({ equivalentMutants: waivers }));
    const using = (path: string) => `import { waivers } from "${path}";\nequivalentMutants: waivers\n`;
    const imported = (path: string) => relative(dirname(file), path).replace(/^(?!\.)/, "./");

    test.each([
      ["beside it", "definitions/waivers.ts", 'export { waivers } from "./more.ts";\n'],
      ["and only imported by what it imports", "definitions/more.ts", "export const waivers = {};\n"],
      ["in JSON", "definitions/waivers.json", "{}\n"],
    ])("%s", async (_, path, text) => {
      const folder = await repository(
        using(imported("definitions/waivers.ts")) +
          `import json from "${imported("definitions/waivers.json")}";\n`,
        {
          "definitions/waivers.ts": 'export { waivers } from "./more.ts";\n// first\n',
          "definitions/more.ts": 'export const waivers = { "for halved": "…" };\n',
          "definitions/waivers.json": '{ "for halved": "…" }\n',
          "definitions/other.ts": "first\n",
        },
      );
      put(folder, "definitions/other.ts", "second\n");
      for (const rules of [waiving, committed])
        expect(await selectedNames(rules, { changed: true }, folder)).toEqual([none]);
      put(folder, path, text);
      // With a waiver that came or changed, and where its last one is gone with that.
      for (const rules of [waiving, committed])
        expect(await selectedNames(rules, { changed: true }, folder)).toContain("FewOrders");
    });

    test("also where a comment tells of a file that is gone", async () => {
      const folder = await repository(
        `// Before: import "${imported("definitions/gone.ts")}";\n${using(imported("definitions/waivers.ts"))}`,
        { "definitions/waivers.ts": "// first\n" },
      );
      put(folder, "definitions/waivers.ts", "// second\n");
      expect(await selectedNames(waiving, { changed: true }, folder)).toContain("FewOrders");
    });
  });

  test("the base is where the branch left origin/main, or what the user names", async () => {
    const folder = await repository();
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD");
    const changed = ruleTestsFor(alertWith({ for: "10m" }));
    for (const ruleTest of changed) {
      for (const [path, text] of Object.entries(filesOf(ruleTest))) put(folder, `out/${path}`, text);
    }
    git(folder, "commit", "--all", "--message=second");
    expect(await selectedNames(changed, { changed: true }, folder)).toEqual([
      "the rules that differ from origin/main",
      "FewOrders",
    ]);
    expect(await selectedNames(changed, { changed: true, base: "HEAD" }, folder)).toEqual([none]);
  });

  test("a base that git does not know is reported", async () => {
    const selected = await selectedNames(committed, { changed: true, base: "--nowhere" }, await repository());
    expect(selected).toBe('git does not know the commit "--nowhere".');
  });

  test("a folder without commits is reported", async () => {
    const folder = await temporaryFolder();
    git(folder, "init");
    expect(await selectedNames(committed, { changed: true }, folder)).toBe(
      "There is no commit to compare with: this is not a git repository, or it is empty.",
    );
  });
});
