import { join } from "node:path";
import { withManifest } from "../scripts/build/manifest.ts";
import { makeFolder, put, readTree } from "./build/out-fixture.ts";
import { exampleCompiled } from "./example-model.ts";
import { projectWith, runSignalbox } from "./project/make-project.ts";

/** The ticket shop as a project of its own, which a test may change; it goes when the test ends. */
export function exampleProject(): string {
  return projectWith("examples/ticket-shop/definitions");
}

/** What is deployed of the ticket shop, in a folder; where it is given none, in one that goes when the test ends. */
export function exampleOut(folder: string = makeFolder()): string {
  for (const [path, text] of Object.entries(withManifest(exampleCompiled().files))) put(folder, path, text);
  return folder;
}

let built: Promise<Readonly<Record<string, string>>> | undefined;

/** The same project with its out/, as the real build writes it: byte for byte what a build would find there. */
export async function builtExample(): Promise<string> {
  const folder = exampleProject();
  built ??= build(folder);
  for (const [path, text] of Object.entries(await built)) put(join(folder, "out"), path, text);
  return folder;
}

async function build(folder: string): Promise<Readonly<Record<string, string>>> {
  const { exitCode, stderr } = await runSignalbox(["build"], { folder });
  if (exitCode !== 0) throw new Error(stderr);
  return readTree(join(folder, "out"));
}
