import { afterEach, describe, expect, test, vi } from "vitest";
import { formatProblem } from "../../generators/problem.ts";
import { validators } from "../../generators/targets/index.ts";
import { noSecretValues } from "../../generators/checks/texts/no-secret-values.ts";
import type { OwnSubject } from "../../generators/targets/validation/subject.ts";
import { nothingKnown } from "../../scripts/validate/known.ts";
import type { Result } from "../../scripts/validate/validation.ts";
import { shopFiles, shopModel, shopSubject } from "./shop-subject.ts";

afterEach(() => {
  vi.doUnmock("ajv");
  vi.doUnmock("dclint");
  vi.doUnmock("yaml");
  vi.doUnmock("@secretlint/core");
  vi.resetModules();
});

const byLibrary = validators.filter(({ by }) => by === "schema" || by === "dclint");

/** What a validator says when it is loaded anew, with whichever libraries there are now. */
async function freshResultOf(id: string): Promise<Result> {
  vi.resetModules();
  const { resultOf, runOf } = await import("../../scripts/validate/run-validators.ts");
  const { validators: fresh } = await import("../../generators/targets/index.ts");
  const validator = fresh.find((one) => one.id === id);
  const run = validator && runOf(validator, nothingKnown());
  if (validator === undefined || run === undefined || !("library" in run)) throw new Error(`no ${id}`);
  return resultOf(validator, shopSubject(), run.start);
}

function expectDisbelief({ checked, problems }: Result, library: string, id: string): void {
  expect(checked).toBe("nothing");
  expect(problems.map(formatProblem)).toEqual([
    expect.stringMatching(
      new RegExp(
        `: ${library} [\\d.]+ finds nothing in a text that is wrong.* \\(${id}\\)\n {2}fix: install`,
      ),
    ),
  ]);
}

test.each(byLibrary.map(({ id }) => id))("%s: the real library is believed", async (id) => {
  const { checked, problems } = await freshResultOf(id);
  expect(problems).toEqual([]);
  expect(checked).not.toBe("nothing");
});

test.each(validators.filter(({ by }) => by === "schema").map(({ id }) => id))(
  "%s: nothing is believed of an ajv that accepts everything",
  async (id) => {
    vi.doMock("ajv", () => ({
      Ajv: class {
        compile = () => Object.assign(() => true, { errors: null });
      },
    }));
    expectDisbelief(await freshResultOf(id), "ajv", id);
  },
);

test.each(validators.flatMap((one) => (one.by === "schema" && isYaml(one.covers) ? [one.id] : [])))(
  "%s: nothing is believed of a reader that reads whatever it is given",
  async (id) => {
    const yaml = await vi.importActual<typeof import("yaml")>("yaml");
    const parseDocument = (text: string) => Object.assign(yaml.parseDocument(text), { errors: [] });
    vi.doMock("yaml", () => ({ ...yaml, parseDocument }));
    expectDisbelief(await freshResultOf(id), "yaml", id);
  },
);

function isYaml(covers: (path: string) => boolean): boolean {
  return Object.keys(shopFiles).some((path) => covers(path) && path.endsWith(".yml"));
}

test("compose-style: nothing is believed of a dclint that accepts everything", async () => {
  vi.doMock("dclint", () => ({
    DCLinter: class {
      lintFiles = () => [];
    },
  }));
  expectDisbelief(await freshResultOf("compose-style"), "dclint", "compose-style");
});

test("no-secret-values: nothing is believed of a secretlint that accepts everything", async () => {
  vi.doMock("@secretlint/core", () => ({ lintSource: async () => ({ messages: [] }) }));
  vi.resetModules();
  const { secretScan } = await import("../../scripts/validate/secret-scan.ts");
  const { result } = await secretScan(
    { texts: { "out/a.yml": "a: 1\n" }, model: shopModel },
    nothingKnown().sound,
  );
  if ("missing" in result) throw new Error("it is a library");
  expectDisbelief(result, "secretlint", noSecretValues.id);
});

describe("an Alertmanager that says the same of every alert", () => {
  const receivers = Object.values(shopModel.platform.receivers).map(({ name }) => name);
  test.each([
    ["nobody is told, and nothing is inhibited", { receivers: [], isInhibited: false }],
    ["everybody is told, and nothing is inhibited", { receivers, isInhibited: false }],
    ["everybody is told, and everything is inhibited", { receivers, isInhibited: true }],
  ])("%s: no validator is green", (_what, answer) => {
    for (const validator of validators) {
      if (validator.by !== "alertmanager") continue;
      const subject = ownSubject(validator.covers);
      const pairs = validator.pairs(subject);
      const { findings } = validator.findings(
        pairs,
        pairs.map(() => [answer, answer] as const),
        subject,
      );
      expect(findings, validator.id).not.toEqual([]);
    }
  });

  test("nothing is sent: no validator is green", () => {
    for (const validator of validators) {
      if (validator.by !== "messages") continue;
      const subject = ownSubject(validator.covers);
      const asked = validator.asked(subject);
      expect(asked).not.toEqual([]);
      for (const one of asked) expect(validator.findings(one, [], subject), validator.id).not.toEqual([]);
    }
  });
});

function ownSubject(covers: (path: string) => boolean): OwnSubject {
  return { ...shopSubject(), paths: Object.keys(shopFiles).filter(covers) };
}
