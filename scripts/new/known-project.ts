import { join } from "node:path";
import type { Definitions } from "../../generators/language/platform.ts";
import type { Service } from "../../generators/language/service.ts";
import { suggestion } from "../../generators/text/suggestion.ts";
import { loadModule } from "../project/load-module.ts";
import type { Project } from "../project/project.ts";

/** A project whose definitions could be loaded. */
export interface KnownProject {
  readonly project: Project;
  readonly definitions: Definitions;
}

/** Something that a file of the project exports: by its name, and the file from the folder of the project. */
export interface Exported {
  readonly name: string;
  readonly file: string;
}

/** Why something cannot be written, in words for a person. */
export interface Refused {
  readonly refused: string;
}

/** Under which name a file exports a value; undefined when it does not. */
export async function exportOf(
  value: unknown,
  file: string,
  { project }: KnownProject,
): Promise<Exported | undefined> {
  const exported = await loadModule(join(project.root, file), project.root);
  const name = Object.keys(exported).find((key) => exported[key] === value);
  return name === undefined ? undefined : { name, file };
}

/** The service of this name; without a name the only one, apart from that of the monitoring itself. */
export function serviceNamed(name: string | undefined, { definitions }: KnownProject): Service | Refused {
  const { services } = definitions;
  const names = services.map((one) => one.name);
  if (name !== undefined) {
    const found = services.find((one) => one.name === name);
    return (
      found ?? {
        refused: `There is no service ${name}${suggestion(name, names)}. There are: ${names.join(", ")}.`,
      }
    );
  }
  // A project watches its own monitoring too; that is seldom what is meant.
  const own = services.filter((one) => one.name !== "monitoring");
  const [only] = own;
  if (own.length === 1 && only) return only;
  const which =
    names.length === 0
      ? 'There is no service: begin with "signalbox new service <name>".'
      : `Say of which service: --service ${names.join(", --service ")}.`;
  return { refused: which };
}
