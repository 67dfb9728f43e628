import { dirname } from "node:path";
import { importsOf } from "../../code/imports.ts";
import type { Refused } from "../known-project.ts";
import { modulePath } from "../module-path.ts";
import { nameIn, type Project } from "../../project/project.ts";
import { sourcesOf } from "../sources.ts";
import { addImports } from "../syntax/add-imports.ts";
import { addToBrackets } from "../syntax/add-to-brackets.ts";
import { exportedConstant, moduleOf, nodesIn, propertyOf, type Module } from "../syntax/module.ts";
import type { WrittenFile } from "../written-files.ts";
import type { Node } from "@babel/types";

/** The folder that the services of a project are in. */
export function servicesFolder(project: Project): string {
  const folder = nameIn(project, dirname(project.definitions));
  return folder === "" ? "services" : `${folder}/services`;
}

/**
 * The file that lists the services, with one more: `services/index.ts`, or that of the definitions where it lists them itself.
 *
 * @param name the export of `file` that is the service
 */
export function addToServices(project: Project, name: string, file: string): WrittenFile | Refused {
  const own = `${servicesFolder(project)}/index.ts`;
  const sources = sourcesOf(project);
  const isSeparate = sources.has(own);
  const path = isSeparate ? own : nameIn(project, project.definitions);
  const text = sources.read(path);
  const module = modulePath(path, file);
  const byHand = `It takes two lines: import { ${name} } from "${module}"; and ${name}, in the list of services.`;
  const parsed = moduleOf(text);
  if (!parsed) return { refused: `${path} has mistakes in its syntax. ${byHand}` };
  const list = isSeparate ? exportedConstant(parsed, "services") : servicesOf(parsed);
  const longer = addToBrackets(parsed, list, name);
  if (longer === undefined)
    return { refused: `${path} has no list of services that could be added to. ${byHand}` };
  const edited = addImports(longer, importsOf([[module, name]]));
  if ("refused" in edited) return { refused: `${path} cannot be added to: ${edited.refused}. ${byHand}` };
  return { kind: "changed", path, text: edited.text };
}

/** The list in `{ platform, services: [ … ] }`. */
function servicesOf(module: Module): Node | undefined {
  const lists = [...nodesIn(module.statements)].flatMap((node) => propertyOf(node, "services") ?? []);
  return lists.length === 1 ? lists[0] : undefined;
}
