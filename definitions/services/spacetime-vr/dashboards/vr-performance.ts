import { dashboard } from "signalbox";
import { engineLoadRow } from "./engine-load-row.ts";
import { frameComfortRow } from "./frame-comfort-row.ts";
import { frameRow } from "./frame-row.ts";
import { gameInstance } from "./instance-variable.ts";
import { memoryRow } from "./memory-row.ts";
import { page } from "./pages.ts";
import { trackingRow } from "./tracking-row.ts";
import { vrRow } from "./vr-row.ts";

export const vrPerformance = dashboard("spacetime-vr-performance", {
  ...page("spacetime-vr-performance"),
  variables: [gameInstance],
  description:
    "What the player's eyes get: frames, how even they come, what takes their time, and how well head and hands are tracked.",
  tags: ["spacetime-vr", "performance"],
  refresh: "15s",
  // A session of play.
  last: "3h",
  rows: [frameComfortRow, frameRow, engineLoadRow, vrRow, trackingRow, memoryRow],
});
