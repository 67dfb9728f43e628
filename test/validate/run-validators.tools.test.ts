import { expect, test } from "vitest";
import { lookForTools, type ToolName, type ToolSearch } from "../../scripts/tools/find-tool.ts";
import type { Validator } from "../../generators/targets/validation/validator.ts";
import { validators } from "../../generators/targets/index.ts";
import { engine } from "../../scripts/engine.ts";
import { runValidators } from "../../scripts/validate/run-validators.ts";
import { shopSubject } from "./shop-subject.ts";

const missing = (name: ToolName): ToolSearch => ({
  found: false,
  missing: { name, reasons: [], message: `${name} cannot be had` },
});

test("every tool and library is named with its version, and each tool is looked for once", async () => {
  const asked: ToolName[] = [];
  const validations = await runValidators(validators, shopSubject(), (names) => {
    asked.push(...names);
    return lookForTools(names);
  });
  expect(asked.sort()).toEqual(["alertmanager", "amtool", "blackbox_exporter", "docker-compose", "promtool"]);
  expect(validations.map(({ what }) => what)).toEqual(validators.map(({ what }) => what));
  for (const { by } of validations) expect(by).toMatch(/^[a-z_-]+ \d+\.\d+\.\d+$/);
});

test("what a missing tool would have validated is not validated, and the rest is", async () => {
  const validations = await runValidators(validators, shopSubject(), (names) => {
    const others = lookForTools(names.filter((name) => name !== "amtool"));
    return new Map([...others, ["amtool", Promise.resolve(missing("amtool"))]]);
  });
  const skipped = validations.filter(({ result }) => "missing" in result);
  expect(skipped.map(({ what, by }) => [what, by])).toEqual([
    ["alerting configuration", "amtool"],
    ["texts of notifications", "amtool"],
  ]);
  const problems = validations.flatMap(({ result }) => ("missing" in result ? [] : result.problems));
  expect(problems).toEqual([]);
});

const validator = (validate: () => never): Validator => ({
  id: "some-validator",
  what: "something",
  by: "signalbox",
  covers: (path) => path === "README.md",
  validate,
});

test("a validator that crashes is a problem of its own", async () => {
  const hanging = validator(() => {
    throw new Error("promtool did not end within 60 s");
  });
  expect(await runValidators([hanging], shopSubject(), lookForTools)).toEqual([
    {
      what: "something",
      by: `signalbox ${engine.versionOf("signalbox")}`,
      result: {
        checked: "nothing",
        problems: [
          {
            check: "some-validator",
            place: { file: "generators/targets/…/validators/some-validator.ts", line: 1 },
            message: 'the validator of "something" crashed: promtool did not end within 60 s',
            fix: "run it again; if it crashes again, report it: it is a mistake of signalbox",
          },
        ],
      },
    },
  ]);
});

test("a long command that hangs is shown without its middle", async () => {
  const paths = Array.from({ length: 100 }, (_, index) => `prometheus/tests/${index}.test.yml`).join(" ");
  const hanging = validator(() => {
    throw new Error(`promtool test rules ${paths} did not end within 60 s`);
  });
  const [validation] = await runValidators([hanging], shopSubject(), lookForTools);
  const problems =
    validation !== undefined && "problems" in validation.result ? validation.result.problems : [];
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^the validator of "something" crashed: promtool test rules .{150,200} … .{100,150} did not end within 60 s$/,
    ),
  ]);
});

test("a validator that has nothing to validate is not in the table", async () => {
  const idle: Validator = {
    ...validator(() => {
      throw new Error("called");
    }),
    covers: () => false,
  };
  expect(await runValidators([idle], shopSubject(), lookForTools)).toEqual([]);
});
