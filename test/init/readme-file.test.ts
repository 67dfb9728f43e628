import { describe, expect, test } from "vitest";
import { nextSteps } from "../../scripts/init/next-steps.ts";
import { starterAnswers } from "../../scripts/init/definition-files.ts";
import { packageFile } from "../../scripts/init/package-file.ts";
import { projectFiles } from "../../scripts/init/project-files.ts";
import { readmeFile } from "../../scripts/init/readme-file.ts";
import { secretsFor } from "../../scripts/init/secrets-file.ts";
import { everyKind, nothingSaid, starter } from "./sample-answers.ts";

describe("the README of a new project", () => {
  const readme = readmeFile(starterAnswers, "0.2.0");

  test("is one page", () => {
    for (const answers of [starterAnswers, everyKind, nothingSaid]) {
      expect(readmeFile(answers, "file:../box.tgz").split(/\s+/).length).toBeLessThan(550);
    }
  });

  test("names each secret, and where it goes", () => {
    for (const { file } of secretsFor(everyKind))
      expect(readmeFile(everyKind, "0.2.0")).toContain(`\`out/secrets/${file}\``);
  });

  test("each file that it names is there, or in what is built", () => {
    const files = projectFiles(starterAnswers, starter, { dependency: "0.2.0" });
    const named = [...readme.matchAll(/`((?:definitions)\/[\w./-]+)`/g)].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(3);
    const paths = Object.keys(files);
    expect(named.filter((path) => !paths.some((one) => one === path || one.startsWith(path)))).toEqual([]);
  });

  test("each script that it names is in package.json", () => {
    const made = packageFile("x", "0.2.0");
    const { scripts } = JSON.parse("text" in made ? made.text : "") as { readonly scripts: object };
    const named = [...readme.matchAll(/npm run (\w+)/g)].map(([, script = ""]) => script);
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
    expect([...new Set(named)]).toEqual(["build", "validate", "mutate", "up"]);
  });

  test("the organisation is text", () => {
    expect(readmeFile({ ...starterAnswers, organisation: "A*b*<i>" }, "0.2.0")).toMatch(
      /^# Monitoring of A\\\*b\\\*\\<i>\n/,
    );
  });

  test("says what must be committed too, where the package is a file", () => {
    const elsewhere = /installs signalbox from `\.\.\/box\.tgz`/;
    expect(readmeFile(starterAnswers, "file:../box.tgz")).toMatch(elsewhere);
    expect(readmeFile(starterAnswers, "file:box.tgz")).toMatch(/from `box\.tgz`: commit that file too/);
    expect(readmeFile({ ...starterAnswers, ci: "none" }, "file:box.tgz")).toContain("commit that file");
    expect(readme).not.toMatch(/installs signalbox|\.tgz/);
    expect(readmeFile({ ...starterAnswers, ci: "none" }, "0.2.0")).not.toContain("package-lock");
  });

  test("speaks of the sample, and of nobody who watches, only where that is so", () => {
    const other = readmeFile({ ...starterAnswers, withSample: false, deadMansSwitch: false }, "0.2.0");
    expect(readme).toContain("ticket-shop");
    expect(readme).not.toContain("Watchdog");
    expect(other).not.toContain("ticket-shop");
    expect(other).toContain("Watchdog");
  });
});

const plain = { readme: "README.md", remarks: [] };

describe("what comes next", () => {
  const project = { answers: starterAnswers, folder: "", fileCount: 30, isInstalled: true, ...plain };

  test("in this folder, with signalbox installed", () => {
    expect(nextSteps(project)).toBe(`A new project: 30 files. Next:

  npx signalbox build
  npx signalbox validate
  npx signalbox up --speed 60 --any-hour --fire TicketShopFailing

README.md says what to change before the first deployment.
`);
  });

  test.each([
    ["monitoring", "cd monitoring"],
    ["../our monitoring", 'cd "../our monitoring"'],
    ["it's $HOME", "cd 'it'\\''s $HOME'"],
  ])("in %s", (folder, command) => {
    const steps = nextSteps({ ...project, folder, isInstalled: false });
    expect(steps).toContain(`A new project in ${folder}: 30 files.`);
    expect(steps).toContain(`\n  ${command}\n  npm install\n  npx signalbox build\n`);
  });

  test("without the sample, an alert fires that is there", () => {
    expect(nextSteps({ ...project, answers: { ...starterAnswers, withSample: false } })).toContain(
      "--fire TargetDown\n",
    );
  });

  test.each([
    [nothingSaid, true],
    [starterAnswers, false],
    [{ ...starterAnswers, team: [{ kind: "slack" }] } as const, true],
    [{ ...starterAnswers, smarthost: undefined }, true],
    [{ ...starterAnswers, team: starterAnswers.onCall, smarthost: undefined }, false],
  ])("whether something is left open (%#)", (answers, isOpen) => {
    expect(nextSteps({ ...project, answers }).includes("left open")).toBe(isOpen);
  });

  test("what became of what was there", () => {
    const remarks = ["One.", "Two."];
    expect(nextSteps({ ...project, readme: "MONITORING.md", remarks })).toMatch(
      /\n\nOne\.\nTwo\.\n\nMONITORING\.md says what to change before the first deployment\.\n$/,
    );
  });
});
