import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { engine } from "../metrics/performance.ts";
import { memoryGrowth, memoryInUse } from "../recordings.ts";

export const sceneCostRow = row("What scenes cost", [
  timeSeries({
    title: "Memory with these scenes",
    description: "Static and dynamic memory together. What a scene took must come back when it is left.",
    width: 8,
    queries: [query(memoryInUse, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.SpaceTimeHighMemory, alerts.SpaceTimeMemoryExhaustion],
  }),
  timeSeries({
    title: "Memory growth with these scenes",
    description: "What was added in 10 minutes; below zero it was given back.",
    width: 8,
    queries: [query(memoryGrowth, { legend: ({ instance }) => instance })],
    thresholds: [alerts.SpaceTimeMemoryGrowing],
  }),
  timeSeries({
    title: "Nodes with these scenes",
    description: "Nodes in the scene tree: how large the loaded scenes are together.",
    width: 8,
    queries: [query(engine.spacetime_nodes_total, { legend: ({ instance }) => instance })],
    min: 0,
  }),
]);
