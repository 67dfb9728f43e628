import { firingAlerts, query, row, stat, table, time } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { requests } from "../metrics/sales.ts";
import { tickets } from "../metrics/worker.ts";
import { answerTime, failedShare, memoryInUse } from "../recordings.ts";
import { shop, worker } from "../scrape.ts";

export const statusRow = row("Status", [
  stat({
    title: "Shop",
    description: "Whether Prometheus gets metrics from the shop.",
    queries: [shop.up],
    valueNames: { 0: { text: "Down", color: "red" }, 1: { text: "Up", color: "green" } },
  }),
  stat({
    title: "Worker",
    description: "Whether Prometheus gets metrics from the worker.",
    queries: [worker.up],
    valueNames: { 0: { text: "Down", color: "red" }, 1: { text: "Up", color: "green" } },
  }),
  stat({
    title: "Failed orders now",
    description: "Share of the orders of the last 5 minutes that failed; empty without orders.",
    queries: [failedShare],
    decimals: 1,
    thresholds: [alerts.TicketShopFailing, alerts.TicketShopMostlyFailing],
  }),
  stat({
    title: "Answer time now",
    description: "95 of 100 requests of the last 5 minutes were answered in this time.",
    queries: [answerTime],
    thresholds: [alerts.TicketShopSlow],
  }),
  stat({
    title: "Memory now",
    description: "Heap and cache together.",
    queries: [memoryInUse],
    decimals: 1,
    thresholds: [alerts.TicketShopMemoryHigh],
  }),
  stat({
    title: "Shop running for",
    description: "Time since the shop was started.",
    queries: [time().sub(requests.process_start_time_seconds)],
  }),
  stat({
    title: "Worker running for",
    description: "Time since the worker was started.",
    queries: [time().sub(tickets.process_start_time_seconds)],
  }),
  table({
    title: "Active alerts",
    description: "Alerts of the shop that are firing now, silenced ones too.",
    height: 6,
    queries: [
      query(firingAlerts.where({ service: "ticket-shop", alertstate: "firing" }), {
        instant: true,
        emptyMeans: "No alert is firing.",
      }),
    ],
    columns: { alertname: "Alert", severity: "Severity", component: "Component", instance: "Instance" },
  }),
]);
