import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const repository = join(import.meta.dirname, "../..");

/** What npm prints is of use only where it fails. */
function npm(folder: string, ...args: readonly string[]): string {
  // Started by a script of npm, it would take that script's package for its own.
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const more = ["--no-audit", "--no-fund", "--prefer-offline"];
  return execFileSync("npm", [...args, ...more], {
    cwd: folder,
    encoding: "utf8",
    env: Object.fromEntries(inherited),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function packed(folder: string, into: string, ...args: readonly string[]): string {
  mkdirSync(into, { recursive: true });
  npm(folder, "pack", "--pack-destination", into, ...args);
  const [tarball, ...others] = readdirSync(into);
  if (tarball === undefined || others.length > 0) throw new Error(`one tarball is expected in ${into}`);
  return join(into, tarball);
}

/** The package as a file, and a later one that differs by its version alone. */
export function packages(): { readonly now: string; readonly later: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "signalbox-packages-"));
  const now = packed(repository, join(folder, "now"));
  execFileSync("tar", ["-xzf", now, "-C", folder]);
  const description = join(folder, "package/package.json");
  const read: unknown = JSON.parse(readFileSync(description, "utf8"));
  writeFileSync(description, JSON.stringify({ ...Object(read), version: "99.0.0" }));
  const later = packed(join(folder, "package"), join(folder, "later"), "--ignore-scripts");
  return { now, later, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A project of a new user in a folder of its own, outside of this repository. */
export interface InstalledProject {
  readonly folder: string;
  /** Installs a tarball; without one, what package.json says. */
  readonly install: (tarball?: string) => void;
  /** What `npx signalbox` starts. */
  readonly program: string;
  readonly remove: () => void;
}

/** An empty folder, in which everything is still to be done. */
export function emptyProject(): InstalledProject {
  // With a space, as folders of people have.
  const parent = realpathSync.native(mkdtempSync(join(tmpdir(), "signalbox user ")));
  return { ...projectIn(join(parent, "our monitoring")), remove: () => removeFolder(parent) };
}

/** A folder, made if it is not there. */
export function projectIn(folder: string): InstalledProject {
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    install: (tarball) =>
      void npm(folder, "install", "--ignore-scripts", ...(tarball === undefined ? [] : [tarball])),
    program: join(folder, "node_modules/signalbox/dist/signalbox.cjs"),
    remove: () => removeFolder(folder),
  };
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** With the definitions of the example. */
export function newProject(): InstalledProject {
  const project = emptyProject();
  const { folder } = project;
  writeFileSync(
    join(folder, "package.json"),
    '{ "name": "our-monitoring", "private": true, "type": "module" }\n',
  );
  writeFileSync(
    join(folder, "tsconfig.json"),
    '{ "extends": "signalbox/tsconfig.json", "include": ["definitions"] }\n',
  );
  cpSync(join(repository, "examples/ticket-shop/definitions"), join(folder, "definitions"), {
    recursive: true,
  });
  return project;
}
