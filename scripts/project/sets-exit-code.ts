import type { Problem } from "../../generators/problem.ts";
import { loadedTexts } from "./load-module.ts";
import { nameIn, type Project } from "./project.ts";

const setting = /\bexitCode\s*\??=/;

/** Whether all is well the command says, and with it the code of its end: no definition. */
export function setsExitCode(project: Project): Problem {
  const texts = [...(loadedTexts() ?? [])];
  const [path, text] = texts.find(([, one]) => setting.test(one)) ?? [project.definitions, ""];
  const index = text.split("\n").findIndex((line) => setting.test(line));
  return {
    check: "definitions-load",
    place: { file: nameIn(project, path), line: Math.max(index, 0) + 1 },
    message: "a definition sets process.exitCode, by which the command says whether all is well",
    fix: "leave it to the command; throw an error where something is wrong",
  };
}
