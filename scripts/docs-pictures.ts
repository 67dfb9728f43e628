import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { testedModel } from "../generators/rule-tests/tested-model.ts";
import { engine } from "./engine.ts";
import { exampleDrawn } from "./pictures/example-pictures.ts";
import { projectPictures } from "./pictures/project-pictures.ts";
import { findProject } from "./project/find-project.ts";
import { loadModel } from "./simulate/load-model.ts";
import { findTool } from "./tools/find-tool.ts";

// Writes docs/pictures/ anew. A test says when it is stale.

async function drawAll(): Promise<void> {
  const search = await findProject(join(engine.packageFolder, "examples/ticket-shop"));
  if (!("project" in search)) throw new Error("the ticket shop is no project");
  const loaded = await loadModel(search.project);
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems, undefined, 2));

  const folder = join(engine.packageFolder, "docs/pictures");
  const pictures = await projectPictures(
    exampleDrawn,
    loaded.definitions,
    testedModel(loaded.model),
    await findTool("amtool"),
  );

  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(pictures)) writeFileSync(join(folder, name), text);
}

void drawAll();
