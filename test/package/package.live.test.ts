// What a new user does with the package: installs it in an empty folder, and does everything with a project of their own.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { emptyProject, newProject, projectIn, type InstalledProject } from "./installed-project.ts";

// Minutes on a busy machine: packages are installed, and every tool is started.
const patience = { timeout: 600_000 };

const tarballs = inject("tarballs");
let project: InstalledProject;

beforeAll(() => {
  project = newProject();
  project.install(tarballs.now);
}, patience.timeout);

afterAll(() => project.remove());

/** A person's machine: nothing of the tests' own process is inherited that a command would notice. */
function environment(): NodeJS.ProcessEnv {
  const left = new Set(["NODE_OPTIONS", "FORCE_COLOR", "NO_COLOR", "VITEST", "NODE_ENV"]);
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !left.has(name) && !/^npm_/i.test(name)),
  );
}

function signalbox(...args: readonly string[]) {
  return signalboxIn(project, ...args);
}

function signalboxIn({ program, folder }: InstalledProject, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: environment(),
  });
  return { exitCode: status, stdout, stderr };
}

function modificationTimes(folder: string): Record<string, number> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return Object.fromEntries(files.map((file) => [file, statSync(join(folder, file)).mtimeMs]));
}

describe("the package", () => {
  test("holds the bundle, the declarations, the pages of the checks and an example, and none of the engine's sources", () => {
    const folder = join(project.folder, "node_modules/signalbox");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (file) => !/^node_modules/.test(file),
    );
    const sources = files.filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));
    expect(sources.filter((file) => !file.startsWith("examples"))).toEqual([]);
    expect(files).toContain(join("docs", "checks", "README.md"));
    const outside = files.filter((file) => !/^(?:dist|docs|examples)(?:$|[\\/])/.test(file)).sort();
    expect(outside).toEqual([
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "DESIGN.md",
      "LICENSE",
      "README.md",
      "package.json",
      "tsconfig.base.json",
    ]);
  });

  test("leaves no bundle behind in the repository, where it would grow old", () => {
    expect(existsSync(join(import.meta.dirname, "../../dist"))).toBe(false);
  });

  test("says its version, and has the command", () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as {
      version: string;
    };
    expect(signalbox("--version")).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: "" });
    expect(readdirSync(join(project.folder, "node_modules/.bin"))).toContain("signalbox");
  });

  test("shows an author the docstrings, and the compiler no source", () => {
    const declared = readFileSync(
      join(project.folder, "node_modules/signalbox/dist/types/language/alert.d.ts"),
      "utf8",
    );
    expect(declared).toMatch(
      /\/\*\*\s+\*? ?An alerting rule, named after its export[^]*export declare function alert/,
    );
    const tsc = join(project.folder, "node_modules/typescript/bin/tsc");
    const { stdout, status } = spawnSync(process.execPath, [tsc, "--skipLibCheck", "false", "--listFiles"], {
      cwd: project.folder,
      encoding: "utf8",
    });
    const read = stdout.split("\n").filter((line) => line.includes("node_modules/signalbox/"));
    expect(status, stdout).toBe(0);
    expect(read.length).toBeGreaterThan(0);
    expect(read.filter((file) => !file.endsWith(".d.ts"))).toEqual([]);
  });
});

describe("a project from nothing", () => {
  const answers = [
    ...["--organisation", "Acme", "--time-zone", "Europe/Berlin", "--on-call", "pagerduty"],
    ...[
      "--team",
      "slack:#alerts",
      "--dead-mans-switch",
      "yes",
      "--docs-url",
      "https://docs.acme.io/monitoring",
    ],
  ];

  test("where the package was installed in an empty folder: init, build, validate, mutate", patience, () => {
    const own = emptyProject();
    onTestFinished(own.remove);
    own.install(tarballs.now);
    const started = signalboxIn(own, "init", ...answers);
    expect(started).toMatchObject({ exitCode: 0, stderr: "" });
    expect(started.stdout).not.toContain("\n  npm install\n");
    for (const command of ["build", "validate", "mutate"]) {
      const { exitCode, stdout, stderr } = signalboxIn(own, command);
      expect(exitCode, stdout + stderr).toBe(0);
    }
    expect(signalboxIn(own, "init")).toMatchObject({ exitCode: 1, stdout: "" });
  });

  test(
    "in another folder: its package.json installs the same package, and its own test passes",
    patience,
    () => {
      const started = signalbox("init", "../another one", ...answers, "--empty", "--ci", "gitlab");
      expect(started).toMatchObject({ exitCode: 0, stderr: "" });
      expect(started.stdout).toContain('  cd "../another one"\n  npm install\n');
      const other = projectIn(join(project.folder, "../another one"));
      onTestFinished(other.remove);
      other.install();
      expect(signalboxIn(other, "build")).toMatchObject({ exitCode: 0, stderr: "" });
      const tested = spawnSync("npm", ["test"], { cwd: other.folder, encoding: "utf8", env: environment() });
      expect(tested.status, tested.stdout + tested.stderr).toBe(0);
    },
  );
});

describe("a project of a new user", () => {
  test("builds, and is validated and mutated", patience, () => {
    const built = signalbox("build");
    expect(built).toMatchObject({ exitCode: 0, stderr: "" });
    expect(signalbox("build", "--check")).toMatchObject({ exitCode: 0, stderr: "" });
    const validated = signalbox("validate");
    expect(validated.exitCode, validated.stdout + validated.stderr).toBe(0);
    const mutated = signalbox("mutate");
    expect(mutated.exitCode, mutated.stdout + mutated.stderr).toBe(0);
  });

  test("what would be different on another machine does not compile, and is reported at its line", () => {
    const file = join(project.folder, "definitions/services/ticket-shop/service.ts");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace('owner: "Shop team"', 'owner: process.env["USER"] ?? "Shop team"'));
    const line = before.split("\n").findIndex((text) => text.includes("owner:")) + 1;
    const { exitCode, stderr } = signalbox("build");
    writeFileSync(file, before);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      `definitions/services/ticket-shop/service.ts:${line}: definitions cannot use process: they must give the same files on every machine`,
    );
    expect(stderr).toContain("1 problem; out/ is untouched\n");
  });

  test("up: one alert fires and is notified", patience, async () => {
    const up = spawn(
      process.execPath,
      [project.program, "up", "--speed", "60", "--any-hour", "--fire", "TicketShopFailing"],
      {
        cwd: project.folder,
        env: environment(),
      },
    );
    onTestFinished(() => void up.kill("SIGKILL"));
    let printed = "";
    for (const stream of [up.stdout, up.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
    const ended = new Promise((resolve) => up.once("close", resolve));
    const notified = /FIRING +\S+ +\S+ +TicketShopFailing/;
    await vi.waitFor(() => expect(printed).toMatch(notified), { timeout: 300_000, interval: 250 });
    up.kill("SIGINT");
    expect(await ended, printed).toBe(0);
  });

  test("a later package over it needs no edit: nothing is stale, nothing is written", patience, () => {
    const before = modificationTimes(join(project.folder, "out"));
    project.install(tarballs.later);
    expect(signalbox("--version").stdout).toBe("99.0.0\n");
    expect(signalbox("build", "--check")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(signalbox("build")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(modificationTimes(join(project.folder, "out"))).toEqual(before);
  });
});
