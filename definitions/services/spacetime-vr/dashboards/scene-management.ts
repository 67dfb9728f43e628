import { dashboard } from "signalbox";
import { gameInstance } from "./instance-variable.ts";
import { page } from "./pages.ts";
import { sceneCostRow } from "./scene-cost-row.ts";
import { sceneLoadTimeRow } from "./scene-load-time-row.ts";
import { sceneOperationRow } from "./scene-operation-row.ts";
import { sceneRow } from "./scene-row.ts";

export const sceneManagement = dashboard("spacetime-vr-scenes", {
  ...page("spacetime-vr-scenes"),
  variables: [gameInstance],
  description:
    "Scenes: whether they load, how long players wait for them, and what they cost while they are there.",
  tags: ["spacetime-vr", "scenes"],
  refresh: "15s",
  last: "6h",
  rows: [sceneRow, sceneOperationRow, sceneLoadTimeRow, sceneCostRow],
});
