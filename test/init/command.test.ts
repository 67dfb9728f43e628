import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { leftOpen, openAnswer } from "../../scripts/code/open-answer.ts";
import { initCommand } from "../../scripts/init.ts";
import { makeFolder, put, readTree } from "../build/out-fixture.ts";
import { makeProject, runSignalbox } from "../project/make-project.ts";

/** The command in this process, without a terminal. */
async function init(...args: readonly string[]) {
  const printed = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    });
  }
  onTestFinished(() => void vi.restoreAllMocks());
  const exitCode = await initCommand.run(args);
  vi.restoreAllMocks();
  return { exitCode, ...printed };
}

describe("init", () => {
  test("writes a project into a new folder, and says what comes next", async () => {
    const folder = join(makeFolder(), "ops");
    const { exitCode, stdout, stderr } = await init(folder, "--organisation", "Acme");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const paths = Object.keys(readTree(folder)).sort();
    expect(stdout).toContain(`: ${paths.length} files. Next:`);
    expect(stdout).toContain("Some answers are left open: the build says where.\n");
    expect(paths.filter((path) => !path.startsWith("definitions/"))).toEqual([
      ".gitattributes",
      ".github/workflows/monitoring.yml",
      ".gitignore",
      "AGENTS.md",
      "README.md",
      "package.json",
      "tsconfig.json",
    ]);
    expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).toMatchObject({ name: "ops" });
  });

  test("twice, in two folders, the same bytes", async () => {
    const [one, other] = [join(makeFolder(), "ops"), join(makeFolder(), "ops")];
    await init(one, "--team", "slack");
    await init(other, "--team", "slack");
    expect(readTree(one)).toEqual(readTree(other));
  });

  test("completes the package.json that npm install has made, and leaves its other files alone", async () => {
    const folder = makeFolder();
    const there = {
      "package.json": '{\n  "dependencies": {\n    "signalbox": "file:../box.tgz"\n  }\n}\n',
      "package-lock.json": "{}",
      "node_modules/signalbox/package.json": "{}",
      ".git/HEAD": "ref: refs/heads/main\n",
    };
    for (const [path, text] of Object.entries(there)) put(folder, path, text);
    const { exitCode, stdout } = await init(folder, "--ci", "none");
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain("\n  npm install\n");
    const { "package.json": completed = "", ...others } = readTree(folder);
    const { "package.json": _before, ...untouched } = there;
    expect(others).toMatchObject(untouched);
    expect(JSON.parse(completed)).toMatchObject({
      dependencies: { signalbox: "file:../box.tgz" },
      scripts: { test: "signalbox build --check && signalbox validate" },
    });
  });
});

describe("init in a folder that somebody has begun", () => {
  const stub = {
    ...{ name: "ops", version: "1.0.0", main: "index.js", type: "commonjs" },
    scripts: { test: 'echo "Error: no test specified" && exit 1' },
    dependencies: { signalbox: "file:signalbox-0.2.0.tgz" },
  };

  test("by npm init and a clone of a new repository: what is there stays, and is said", async () => {
    const folder = makeFolder();
    const there = {
      ".git/HEAD": "ref: refs/heads/main\n",
      ".gitignore": "node_modules\nout\n",
      "AGENTS.md": "mine",
      LICENSE: "mine",
      "README.md": "mine",
    };
    for (const [path, text] of Object.entries(there)) put(folder, path, text);
    put(folder, "package.json", JSON.stringify(stub));
    const { exitCode, stdout, stderr } = await init(folder, "--organisation", "Acme");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain(`
package.json: what npm init had put there for a start is replaced: main, type, scripts.test.
.gitignore stays, and has the lines that it lacked.
README.md stays as it is: what is new to read is MONITORING.md.
package.json installs signalbox from signalbox-0.2.0.tgz: commit that file too, or npm ci fails in every clone (git add --force signalbox-0.2.0.tgz).

MONITORING.md says what to change before the first deployment.
`);
    const files = readTree(folder);
    expect(files).toMatchObject({ "README.md": "mine", "AGENTS.md": "mine", LICENSE: "mine" });
    expect(files[".gitignore"]).toMatch(/^node_modules\nout\n\.cache\/\n/);
    expect(files["MONITORING.md"]).toMatch(
      /^# Monitoring of Acme\n[^]*`signalbox-0\.2\.0\.tgz`: commit that/,
    );
  });

  test.each([
    ["github", ".github/workflows/monitoring.yml", "GitHub"],
    ["gitlab", ".gitlab-ci.yml", "GitLab"],
  ])("below the top of a repository: where %s reads the workflow", async (ci, path, host) => {
    const top = makeFolder();
    put(top, ".git/HEAD", "ref: refs/heads/master\n");
    const { stdout } = await init(join(top, "ops/monitoring"), "--ci", ci);
    expect(stdout).toMatch(new RegExp(`\n${host} reads .* only at the top of the repository`));
    expect(stdout).toContain(`move ops/monitoring/${path} to ${path} there.`);
  });
});

describe("init refuses, and writes nothing", () => {
  test("a folder with files in the way: all are named, and the keys of package.json too", async () => {
    const folder = makeFolder();
    const there = {
      "MONITORING.md": "mine",
      "README.md": "mine",
      "definitions/index.ts": "mine",
      ".github/workflows/monitoring.yml": "mine",
      "signalbox.config.ts": "mine",
      "package.json": '{ "type": "commonjs", "scripts": { "build": "make" } }',
    };
    for (const [path, text] of Object.entries(there)) put(folder, path, text);
    expect(await init(folder)).toEqual({
      exitCode: 1,
      stdout: "",
      stderr: `Nothing was written to ${folder}: this is in the way.

  .github/workflows/monitoring.yml
  MONITORING.md
  definitions/index.ts
  signalbox.config.ts
  package.json has another type: remove it, or write "module"
  package.json has another scripts.build: remove it, or write "signalbox build"

Move away what is in the way, or start in another folder: signalbox init FOLDER
`,
    });
    expect(readTree(folder)).toEqual(there);
  });

  test("a file in place of the folder", async () => {
    const folder = makeFolder();
    put(folder, "ops", "mine");
    const path = join(folder, "ops");
    expect(await init(path)).toEqual({
      exitCode: 1,
      stdout: "",
      stderr: `${path} is a file: name a folder.\n`,
    });
    const { exitCode, stderr } = await init(join(path, "deeper"));
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^Nothing was written: ENOTDIR: not a directory/);
  });

  test("a name that the disk does not take", async () => {
    const { exitCode, stderr } = await init(join(makeFolder(), "x".repeat(300)));
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^Nothing was written: ENAMETOOLONG: name too long/);
  });

  test.each([
    [["--nothing"], "Unknown option '--nothing'.\n"],
    [["--oncall", "slack"], "Unknown option '--oncall' (did you mean '--on-call'?).\n"],
    [
      ["--oncall", "slack", "--nothing", "--emty"],
      "Unknown option '--oncall' (did you mean '--on-call'?).\nUnknown option '--nothing'.\nUnknown option '--emty' (did you mean '--empty'?).\n",
    ],
    [["--ci", "x", "--name", "A", "--smtp", "y"], "--name A: use lower-case"],
    [
      ["--ci", "x", "--name", "a", "--smtp", "y"],
      "--smtp y: write host:port, such as smtp.acme.io:587.\n--ci x: write github or gitlab or none.\n",
    ],
    [["one", "two"], "One FOLDER at a time.\n"],
    [
      ["--time-zone", "Mars/Olympus"],
      "--time-zone Mars/Olympus: write a name of the IANA time zone database",
    ],
  ])("wrong use: %j", async (args, message) => {
    const { exitCode, stdout, stderr } = await init(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).toContain('"signalbox init --help" lists the options.\n');
  });
});

test("what is left open is refused by the build, at its place", async () => {
  const started = join(makeFolder(), "ops");
  await init(started, "--team", "slack,email");
  // The configuration of a project that has the sources in place of the package.
  const { "tsconfig.json": _config, ...files } = readTree(started);
  const folder = makeProject(files);
  /** The line of a text, where it stands for the first time or a later one. */
  const lineOf = (path: string, text: string, time = 1) => {
    const before = readFileSync(join(folder, path), "utf8").split(text).slice(0, time).join(text);
    return `${path}:${before.split("\n").length}`;
  };
  const { exitCode, stderr } = await runSignalbox(["build"], { folder });
  expect(exitCode).toBe(1);
  const platform = "definitions/platform";
  const watched = "which service outside of this stack notices when the Watchdog goes quiet, or does none?";
  const receivers = `${platform}/receivers.ts`;
  const problems = stderr.split("\n").filter((line) => /^\S+:\d+: /.test(line));
  expect(problems.map((line) => line.replace(/ \([a-z-]+\)$/, "").replace(/, which is no .*/, ""))).toEqual([
    `${lineOf(`${platform}/index.ts`, "smarthost:")}: mail.smarthost still says "${leftOpen}"`,
    `${lineOf(`${platform}/index.ts`, "from:")}: mail.from still says "${leftOpen}"`,
    `${lineOf(`${platform}/index.ts`, "docsUrl:")}: docsUrl still says "${leftOpen}"`,
    `${lineOf(`${platform}/monitoring/service.ts`, "owner:")}: owner still says "${openAnswer("who looks after it?")}"`,
    `${lineOf(receivers, "description:")}: description still says "${openAnswer("how are they notified?")}"`,
    `${lineOf(receivers, "channel:", 2)}: notifiers.0.channel still says "${leftOpen}"`,
    `${lineOf(receivers, "to:")}: notifiers.1.to still says "${leftOpen}"`,
    `${lineOf(receivers, `"${leftOpen}: which service`)}: description still says "${openAnswer(watched)}"`,
    `${lineOf(`${platform}/time-intervals.ts`, "= timeInterval(")}: time interval "business-hours" is in ${leftOpen}`,
  ]);
});

test("for a program: what was written, what comes next, and why nothing was", async () => {
  const folder = join(makeFolder(), "ops");
  const { exitCode, stdout, stderr } = await init(folder, "--json", "--organisation", "Acme");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    outcome: "written",
    files: Object.keys(readTree(folder)).sort(),
    next: [
      expect.stringContaining("cd "),
      "npm install",
      "npx signalbox build",
      "npx signalbox validate",
      expect.any(String),
    ],
    isAnswered: false,
    readme: "README.md",
    problems: [],
  });
  put(folder, "a-file", "");
  const refused = await init(join(folder, "a-file"), "--json");
  expect(refused).toMatchObject({ exitCode: 1, stderr: "" });
  expect(JSON.parse(refused.stdout)).toEqual({
    outcome: "refused",
    reason: `${join(folder, "a-file")} is a file: name a folder.`,
    problems: [],
  });
});
