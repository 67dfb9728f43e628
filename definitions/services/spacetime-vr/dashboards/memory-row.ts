import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { gameProcess } from "../metrics/api.ts";
import { memory } from "../metrics/performance.ts";
import { memoryGrowth, memoryInUse } from "../recordings.ts";

const { spacetime_memory_bytes: used, spacetime_memory_max_bytes: maximum } = memory;

export const memoryRow = row("Memory", [
  timeSeries({
    title: "Memory",
    description:
      "The sum fires at 10 and 12 GB. Resident is what the system counts, libraries and graphics driver included.",
    queries: [
      query(memoryInUse, { legend: ({ instance }) => `${instance}, sum` }),
      query(used, { legend: ({ instance, type }) => `${instance}, ${type}` }),
      query(maximum, { legend: ({ instance }) => `${instance}, maximum of static` }),
      query(gameProcess.process_resident_memory_bytes, { legend: ({ instance }) => `${instance}, resident` }),
    ],
    min: 0,
    thresholds: [alerts.SpaceTimeHighMemory, alerts.SpaceTimeMemoryExhaustion],
  }),
  timeSeries({
    title: "Memory growth",
    description: "What was added in 10 minutes; below zero it was given back.",
    width: 6,
    queries: [query(memoryGrowth, { legend: ({ instance }) => instance })],
    thresholds: [alerts.SpaceTimeMemoryGrowing],
  }),
  timeSeries({
    title: "Static memory of its maximum",
    description: "How much of the maximum that the engine names is in use.",
    width: 6,
    queries: [query(used.where({ type: "static" }).div(maximum), { legend: ({ instance }) => instance })],
    min: 0,
    max: 1,
    thresholds: [alerts.SpaceTimeHealthMemoryNearMaximum],
  }),
]);
