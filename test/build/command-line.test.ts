import { describe, expect, onTestFinished, test, vi } from "vitest";
import { exitCodes, runCommand } from "../../scripts/command-line.ts";
import type { OptionValues } from "../../scripts/command-line.ts";

const command = {
  name: "simulate",
  summary: "Plays a fault.",
  options: {
    service: { type: "string", short: "s", value: "NAME", help: "the service that fails" },
    "dry-run": { type: "boolean", help: "say what would happen" },
  },
} as const;

describe("the options that a command is given", () => {
  test.each<[readonly string[], OptionValues<typeof command.options>]>([
    [[], {}],
    [["--service", "payments-api", "--dry-run"], { service: "payments-api", "dry-run": true }],
    [["-s", "payments-api"], { service: "payments-api" }],
    [["--service=x"], { service: "x" }],
  ])("%j", async (args, expected) => {
    const exitCode = await runCommand(command, args, async (options) => {
      expect({ ...options }).toEqual(expected);
      return exitCodes.problem;
    });
    // The command's own exit code: it has run.
    expect(exitCode).toBe(1);
  });
});

const help = `Plays a fault.

Usage: npm run simulate -- [options]

Options:
  -s, --service NAME  the service that fails
      --dry-run       say what would happen
  -h, --help          show this help

Exit codes: 0 done, 1 a problem to mend, 2 wrong use.
`;
const hint = '"npm run simulate -- --help" lists the options.\n';

describe("what does not run the command", () => {
  test.each([
    [["--help"], 0, help, ""],
    [["--dry-run", "-h"], 0, help, ""],
    [["--service"], 2, "", `Option '-s, --service <value>' argument missing.\n${hint}`],
    [["--nothing"], 2, "", `Unknown option '--nothing'.\n${hint}`],
    [["word"], 2, "", `Unexpected argument 'word'.\n${hint}`],
  ])("%j", async (args, exitCode, stdout, stderr) => {
    const printed = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      vi.spyOn(process[name], "write").mockImplementation((text) => {
        printed[name] += String(text);
        return true;
      });
    }
    onTestFinished(() => void vi.restoreAllMocks());
    const run = () => Promise.reject(new Error("the command ran"));
    expect(await runCommand(command, args, run)).toBe(exitCode);
    expect(printed).toEqual({ stdout, stderr });
  });
});
