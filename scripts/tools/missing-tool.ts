import { knownTools } from "./known-tools.ts";
import { releases } from "./pins.ts";
import type { MissingTool, ToolName } from "./tool.ts";

/** Says why a tool cannot be had, and the ways to get it: the more fitting ones, where there are such, first. */
export const missingTool = (
  name: ToolName,
  reasons: readonly string[],
  fixes: readonly string[] = [],
): MissingTool => {
  const { environmentVariable, minimum, release, debianPackage, goModule } = knownTools[name];
  const { repository, version } = releases[release];
  const others = [
    ...(debianPackage === undefined ? [] : [`install the Debian package ${debianPackage}`]),
    ...(goModule === undefined ? [] : ["install Go"]),
    `unpack release ${version} of github.com/${repository}`,
  ];
  const message = [
    `${name} ${minimum} or newer cannot be had:`,
    ...reasons.map((reason) => `  ${reason}`),
    "  fix: do one of these",
    ...fixes.map((fix) => `    ${fix}`),
    `    set ${environmentVariable} to the program's path`,
    `    put ${name} on PATH`,
    `    ${others.join(", or ")}`,
  ].join("\n");
  return { name, reasons, message };
};
