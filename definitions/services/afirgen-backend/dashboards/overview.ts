import { dashboard } from "signalbox";
import { dependencies } from "./dependencies.ts";
import { common } from "./folder.ts";
import { overviewRow } from "./overview-row.ts";
import { requestsRow } from "./requests-row.ts";
import { systemRow } from "./system-row.ts";
import { tasksRow } from "./tasks-row.ts";

export const overview = dashboard("afirgen-overview", {
  ...common,
  title: "AFIRGen Backend Overview",
  description:
    "How the backend does: the rows go from what people notice to the machine. What it depends on is the other dashboard.",
  tags: ["afirgen-backend", "overview"],
  links: [dependencies],
  rows: [overviewRow, requestsRow, tasksRow, systemRow],
});
