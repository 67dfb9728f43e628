import { dashboard } from "signalbox";
import { cacheRow } from "./cache-row.ts";
import { databaseRow } from "./database-row.ts";
import { common } from "./folder.ts";
import { modelsRow } from "./models-row.ts";

export const dependencies = dashboard("afirgen-dependencies", {
  ...common,
  title: "AFIRGen Database, Cache, Models",
  description:
    "What the backend depends on: whether it is there, how fast it answers, how much is asked of it.",
  tags: ["afirgen-backend", "database", "cache", "models"],
  rows: [databaseRow, cacheRow, modelsRow],
});
