import { describe, expect, onTestFinished, test, vi } from "vitest";
import { command, exitCodes, invocationOf, type OptionValues } from "../../scripts/command-line.ts";

const simulate = {
  name: "simulate",
  summary: "Plays a fault.",
  options: {
    service: { type: "string", short: "s", value: "NAME", help: "the service that fails" },
    "dry-run": { type: "boolean", help: "say what would happen" },
  },
} as const;

describe("the options that a command is given", () => {
  test.each<[readonly string[], OptionValues<typeof simulate.options>]>([
    [[], {}],
    [["--service", "shop", "--dry-run"], { service: "shop", "dry-run": true }],
    [["-s", "shop"], { service: "shop" }],
    [["--service=x"], { service: "x" }],
  ])("%j", async (args, expected) => {
    const run = async (options: OptionValues<typeof simulate.options>) => {
      expect({ ...options }).toEqual(expected);
      return exitCodes.problem;
    };
    const exitCode = await command({ ...simulate, run }).run(args);
    // The command's own exit code: it has run.
    expect(exitCode).toBe(1);
  });
});

const help = `Plays a fault.

Usage: signalbox simulate [options]

Options:
  -s, --service NAME  the service that fails
      --dry-run       say what would happen
  -h, --help          show this help

Exit codes: 0 done, 1 a problem to fix, 2 wrong use.
`;
const hint = '"signalbox simulate --help" lists the options.\n';

describe("what does not run the command", () => {
  test.each([
    [["--help"], 0, help, ""],
    [["--dry-run", "-h"], 0, help, ""],
    [["--service"], 2, "", `Option '-s, --service <value>' argument missing.\n${hint}`],
    [["--nothing"], 2, "", `Unknown option '--nothing'.\n${hint}`],
    [["--service", "none"], 2, "", `There is no service 'none'.\n${hint}`],
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
    const complaint = ({ service }: { readonly service?: string }) =>
      service === "none" ? "There is no service 'none'." : undefined;
    const run = () => Promise.reject(new Error("the command ran"));
    expect(await command({ ...simulate, complaint, run }).run(args)).toBe(exitCode);
    expect(printed).toEqual({ stdout, stderr });
  });
});

describe("a command is called as the person called it", () => {
  test.each([
    ["simulate", "npm run simulate --"],
    ["build", "signalbox simulate"],
  ])("in a script %s", (script, called) => {
    vi.stubEnv("npm_lifecycle_event", script);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(invocationOf("simulate")).toBe(called);
  });
});
