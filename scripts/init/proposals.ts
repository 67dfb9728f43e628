import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { repositoryAddress } from "../../generators/text/repository-address.ts";
import { repositoryOf } from "../project/repository.ts";
import { nameComplaint } from "./complaints.ts";

/** What is proposed, because the folder or the machine says so. */
export interface Proposals {
  readonly name: string;
  readonly timeZone: string;
  /** What package.json says, if it says one. */
  readonly repository: string | undefined;
  readonly docsUrl: string | undefined;
}

export function proposalsFor(folder: string): Proposals {
  const repository = repositoryOf({ root: folder });
  return {
    name:
      [nameIn(folder) ?? "", basename(folder)].map(asName).find((name) => !nameComplaint(name)) ??
      "monitoring",
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    repository,
    docsUrl: docsUrlIn(repository),
  };
}

function nameIn(folder: string): string | undefined {
  try {
    const text = readFileSync(join(folder, "package.json"), "utf8");
    return z.object({ name: z.string() }).safeParse(JSON.parse(text)).data?.name;
  } catch {
    // There is none, or whoever completes it says better what is wrong with it.
    return undefined;
  }
}

/** Without the scope, and as a name of a stack may be. */
function asName(text: string): string {
  return text
    .toLowerCase()
    .replace(/^@[^/]*\//, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
}

/** Where the two big hosts show a file of the branch that they call main. */
function docsUrlIn(repository: string | undefined): string | undefined {
  const address = repository === undefined ? undefined : repositoryAddress(repository);
  if (address === undefined) return undefined;
  const branches: readonly (readonly [host: string, path: string])[] = [
    ["github.com/", "blob/main"],
    ["gitlab.com/", "-/blob/main"],
  ];
  const path = branches.find(([host]) => address.startsWith(host))?.[1];
  return path === undefined ? undefined : `https://${address}/${path}/out/docs`;
}
