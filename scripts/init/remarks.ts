import type { Answers, CiKind } from "./answers.ts";
import { ciFiles } from "./ci-files.ts";
import type { NpmStub } from "./npm-stubs.ts";
import { tarballIn } from "./tarball.ts";

/** What was found in the folder of a new project. */
export interface Found {
  /** What package.json installs as signalbox. */
  readonly dependency: string;
  readonly replaced: readonly NpmStub[];
  /** Files that were there and have more lines now. */
  readonly completed: readonly string[];
  /** Where it stands what to change. */
  readonly readme: string;
  /** Where the project lies in its repository. */
  readonly subfolder: string;
  readonly answers: Pick<Answers, "ci">;
}

/** What became of what was there, and what a person must do with what is written: a line each. */
export function remarksOn({ dependency, replaced, completed, readme, subfolder, answers }: Found): string[] {
  return [
    ...(replaced.length === 0
      ? []
      : [`package.json: what npm init had put there for a start is replaced: ${replaced.join(", ")}.`]),
    ...completed.map((file) => `${file} stays, and has the lines that it lacked.`),
    ...(readme === "README.md" ? [] : [`README.md stays as it is: what is new to read is ${readme}.`]),
    ...tarballRemark(dependency),
    ...workflowRemark(answers.ci, subfolder),
  ];
}

function tarballRemark(dependency: string): string[] {
  const tarball = tarballIn(dependency);
  if (tarball === undefined) return [];
  const { path, isOutside } = tarball;
  return [
    isOutside
      ? `package.json installs signalbox from ${path}, which no clone has: copy that file into this folder, npm install it from there, and commit it.`
      : `package.json installs signalbox from ${path}: commit that file too, or npm ci fails in every clone (git add --force ${path}).`,
  ];
}

const hosts: { readonly [K in CiKind]: string } = {
  github: "GitHub reads workflows",
  gitlab: "GitLab reads it",
  none: "",
};

function workflowRemark(ci: CiKind, subfolder: string): string[] {
  if (subfolder === "") return [];
  return Object.keys(ciFiles(ci)).map(
    (path) =>
      `${hosts[ci]} only at the top of the repository, and this is ${subfolder}/ in it: move ${subfolder}/${path} to ${path} there.`,
  );
}
