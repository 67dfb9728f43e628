import { dashboard } from "signalbox";
import { cacheEffectRow } from "./cache-effect-row.ts";
import { cachePressureRow } from "./cache-pressure-row.ts";
import { cacheRow } from "./cache-row.ts";
import { gameInstance } from "./instance-variable.ts";
import { page } from "./pages.ts";

export const cacheDashboard = dashboard("spacetime-vr-cache", {
  ...page("spacetime-vr-cache"),
  variables: [gameInstance],
  description:
    "The cache: whether it answers, whether it is large enough, and what it does for the rest of the game.",
  tags: ["spacetime-vr", "cache"],
  refresh: "30s",
  last: "6h",
  rows: [cacheRow, cachePressureRow, cacheEffectRow],
});
