import { platform } from "signalbox";
import { expect, test } from "vitest";
import { runChecks } from "../../generators/check.ts";
import { docsUrlIsOfThisProject } from "../../generators/checks/texts/docs-url-is-of-this-project.ts";
import { compile } from "../../generators/compile.ts";
import type { Allowances } from "../../generators/language/allow.ts";
import { allowingDefinitions } from "../../generators/model/allowing-definitions.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { formatProblem } from "../../generators/problem.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith } from "./small-definitions.ts";
import { smallPlatform } from "./small-platform.ts";

const at = markedPlaces(import.meta.url);
const id = "docs-url-is-of-this-project";
const signalbox = "https://github.com/signalbox/signalbox/blob/main/out/docs";

function problems(docsUrl: `https://${string}`, repository?: string, allow: Allowances = {}): string[] {
  // the platform
  const ours = platform({ ...smallPlatform, docsUrl, allow });
  const { model } = resolve(definitionsWith({ platform: ours }));
  const known = { ...model, repository };
  return runChecks([docsUrlIsOfThisProject], known, allowingDefinitions(known))
    .map(formatProblem)
    .filter((text) => text.includes(id));
}

const fix = `  fix: write the address where this project's out/docs can be read, or suppress it with a reason: allow: { "${id}": "…" }`;

test("the pages of signalbox itself are refused, whether the repository is known or not", () => {
  const start = `${at("the platform")}: docsUrl points to github.com/signalbox/signalbox,`;
  const end = `: alerts would link to another project's pages (${id})\n${fix}`;
  expect(problems(signalbox)).toEqual([`${start} the repository of signalbox itself${end}`]);
  expect(problems(signalbox, "gitlab:shop/monitoring")).toEqual([
    `${start} but this project is gitlab.com/shop/monitoring${end}`,
  ]);
});

test("so are those of another repository of the same host", () => {
  expect(problems("https://github.com/Shop/old/blob/main/out/docs", "shop/monitoring")).toEqual([
    expect.stringContaining(
      "docsUrl points to github.com/shop/old, but this project is github.com/shop/monitoring",
    ),
  ]);
  expect(
    problems("https://github.com/shop/monitoring-old/blob/main/out/docs", "shop/monitoring"),
  ).toHaveLength(1);
});

test.each([
  [
    "its own, in any spelling",
    "https://GitHub.com/Shop/Monitoring/blob/main/out/docs",
    "git@github.com:shop/monitoring.git",
  ],
  [
    "its own of a group of groups",
    "https://git.shop.internal/ops/team/monitoring/-/blob/main",
    "git://git.shop.internal/ops/team/monitoring",
  ],
  ["a server of one's own", "https://docs.shop.internal", "shop/monitoring"],
  ["anything else, while the repository is not known", "https://github.com/shop/monitoring", undefined],
  ["signalbox's own in signalbox", signalbox, "signalbox/signalbox"],
  ["a repository that cannot be read", "https://docs.shop.internal", "gist:1234"],
] as const)("%s is fine", (_, docsUrl, repository) => {
  expect(problems(docsUrl, repository)).toEqual([]);
});

test("it can be kept with a reason", () => {
  expect(problems(signalbox, "shop/monitoring", { [id]: "we describe signalbox" })).toEqual([]);
});

test("compile() takes the repository", () => {
  const docsUrl = "https://github.com/shop/old" as const;
  const definitions = definitionsWith({ platform: { docsUrl, allow: {} } });
  expect(compile(definitions).problems).toEqual([]);
  expect(compile(definitions, { repository: "shop/monitoring" }).problems.map(({ check }) => check)).toEqual([
    id,
  ]);
});
