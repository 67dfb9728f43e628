import { withManifest } from "../scripts/build/manifest.ts";
import { makeFolder, put } from "./build/out-fixture.ts";
import { exampleCompiled } from "./example-model.ts";
import { projectWith } from "./project/make-project.ts";

/** The ticket shop as a project of its own, which a test may change; it goes when the test ends. */
export function exampleProject(): string {
  return projectWith("examples/ticket-shop/definitions");
}

/** What is deployed of the ticket shop, in a folder; where it is given none, in one that goes when the test ends. */
export function exampleOut(folder: string = makeFolder()): string {
  for (const [path, text] of Object.entries(withManifest(exampleCompiled().files))) put(folder, path, text);
  return folder;
}
