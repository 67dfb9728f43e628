import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { gameProcess } from "../metrics/api.ts";
import { plainNames } from "../metrics/plain-names.ts";

const { process_resident_memory_bytes: resident } = gameProcess;

export const apiProcessRow = row("Memory and connections", [
  timeSeries({
    title: "Resident memory",
    description: "Memory that the system counts for the game, libraries and graphics driver included.",
    queries: [query(resident, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.HighMemoryUsage, alerts.CriticalMemoryUsage],
  }),
  timeSeries({
    title: "Open connections",
    description: "Connections that are open. None at all, while the API runs, is one that nobody reaches.",
    queries: [query(plainNames.active_connections, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.HTTPAPIDown],
  }),
]);
