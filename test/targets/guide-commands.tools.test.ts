import { describe, expect, test } from "vitest";
import { monitoringGuide } from "../../generators/targets/docs/monitoring-guide.ts";
import { operationsGuide } from "../../generators/targets/docs/operations-guide.ts";
import { shellCommands } from "../../generators/targets/docs/validation/shell-commands.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { smallModel } from "./small-model.ts";
import { alertModel } from "./small-rules.ts";

const tools = { promtool: await findTool("promtool"), amtool: await findTool("amtool") };
const model = smallModel({ alerts: [alertModel({ labels: { severity: "critical", team: "the shop's" } })] });
const pages = Object.values({ ...monitoringGuide(model), ...operationsGuide(model) });
const commands = pages.flatMap((page) =>
  shellCommands(page, "docker compose exec").map(({ words }) => words.slice(4)),
);

describe("the programs in the containers know what the guide has them do", () => {
  test("there is something to ask of both", () => {
    expect(new Set(commands.map(([program]) => program))).toEqual(new Set(["promtool", "amtool"]));
  });

  test.each(commands.map((words) => [words.join(" "), words] as const))(
    "%s",
    async (_, [program, ...args]) => {
      const tool = program === "promtool" ? tools.promtool : tools.amtool;
      // With --help the program reads all of its arguments, refuses those that it does not know, and does nothing.
      const { code, stdout, stderr } = await runTool(tool, [...args, "--help"]);
      expect(code).toBe(0);
      const usage = /^usage: \w+ (.*?) \[?</m.exec(stdout + stderr)?.[1] ?? "no usage";
      expect(args.filter((word) => !word.startsWith("--")).join(" ")).toMatch(new RegExp(`^${usage}`));
    },
  );

  test("the expressions are PromQL", async () => {
    const expressions = commands.flatMap(([program, ...args]) =>
      program === "promtool" ? args.slice(3) : [],
    );
    expect(expressions.length).toBeGreaterThan(3);
    for (const expression of expressions) {
      const result = await runTool(tools.promtool, ["--experimental", "promql", "format", expression]);
      expect(result).toMatchObject({ code: 0 });
    }
  });
});

test("a label's value with a quotation mark stays one word of the shell", () => {
  expect(pages.join()).toContain(`team='the shop'\\''s'`);
});
