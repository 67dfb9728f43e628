import type { Output } from "../../output.ts";
import { bulletList, heading, link, printMarkdown } from "../../text/markdown.ts";
import { alertIsSilent } from "./operations-guide/alert-is-silent.ts";
import { cleanUp } from "./operations-guide/clean-up.ts";
import { memoryGrows } from "./operations-guide/memory-grows.ts";
import { noData } from "./operations-guide/no-data.ts";
import { retentionTable } from "./operations-guide/retention-table.ts";
import { targetIsDown } from "./operations-guide/target-is-down.ts";
import { sourceOf } from "../parts/source-of.ts";

/** What is done with the running stack, and what to do when it does not do what it should. */
export const operationsGuide: Output = (model) => {
  const { deploy } = model.platform;
  const blocks = [
    heading(1, "Operations"),
    "All commands are run in the folder that holds `docker-compose.yml`.",
    bulletList([
      link("Start it for the first time", "../README.md#the-first-time"),
      link("Change, update, roll back", "../README.md#change-update-roll-back"),
      link("Back up and restore", "../README.md#back-up-and-restore"),
    ]),
    heading(2, "What is kept, and how long"),
    retentionTable(model),
    ...cleanUp(model),
    ...targetIsDown(model),
    ...noData(model),
    ...alertIsSilent(model),
    ...memoryGrows(model),
    link("The monitoring guide", "MONITORING.md"),
  ];
  return { "docs/operations.md": printMarkdown(blocks, { source: sourceOf([model.platform, deploy]) }) };
};
