import { alert, gigabytes, holds, megabytes, ms, percent, quantile, restarts } from "signalbox";
import { high, low, medium } from "../../../platform/severities.ts";
import { requests } from "../metrics/sales.ts";
import { memory } from "../metrics/status.ts";
import { answerTime, memoryInUse } from "../recordings.ts";

const [heap, cache] = [
  memory.shop_memory_bytes.where({ type: "heap" }),
  memory.shop_memory_bytes.where({ type: "cache" }),
];

export const TicketShopSlow = alert({
  severity: medium,
  component: "requests",
  expr: answerTime.gt(ms(500)),
  for: "10m",
  scenario: quantile(requests.shop_request_duration_seconds, 0.95, {
    ok: ms(200),
    limit: ms(500),
    firing: ms(520),
  }),
  summary: ({ labels, value }) => `${labels.instance} takes ${value} to answer`,
  description: ({ threshold }) =>
    `The slowest requests of the last 5 minutes (95th percentile) took longer than ${threshold}.`,
  impact: "Buyers reload, and the shop has even more to do.",
  actions: [
    "The panel Answer time by page says whether it is one page or all.",
    "One: its queries to the database. All: see Memory and Processors.",
  ],
});

export const TicketShopMemoryHigh = alert({
  severity: high,
  component: "memory",
  expr: memoryInUse.gt(gigabytes(1)),
  for: "10m",
  scenario: {
    given: [
      holds(heap, { ok: megabytes(300), limit: megabytes(800), firing: megabytes(850) }),
      holds(cache, megabytes(200)),
    ],
    value: gigabytes(1.05),
  },
  summary: ({ labels, value }) => `${labels.instance} uses ${value} of memory`,
  description: ({ threshold }) => `Heap and cache together have been above ${threshold} for 10 minutes.`,
  impact: "None yet. At its limit the shop is restarted, and everybody in the waiting room starts over.",
  actions: [
    "Does it still rise? Then it is a leak: plan a restart for the night.",
    "It stands still: a large event; the cache shrinks when its sale is over.",
  ],
});

export const TicketShopHeapNearLimit = alert({
  severity: low,
  component: "memory",
  expr: heap.div(memory.shop_memory_limit_bytes).gt(percent(80)),
  for: "10m",
  scenario: {
    given: [
      holds(heap, { ok: megabytes(300), limit: megabytes(800), firing: megabytes(810) }),
      holds(memory.shop_memory_limit_bytes.where({ type: "heap" }), megabytes(1000)),
    ],
    value: percent(81),
  },
  equivalentMutants: {
    "matcher type dropped": "There is a limit of the heap only, and what is divided has the same labels.",
  },
  summary: ({ labels, value }) => `${labels.instance} uses ${value} of its heap`,
  description: ({ threshold }) => `The heap has been above ${threshold} of its limit for 10 minutes.`,
  impact: "None yet.",
  actions: ["Raise the limit before the next large sale, or find what grows: the panel Memory."],
});

export const TicketShopRestarted = alert({
  severity: low,
  component: "availability",
  // 5 minutes see every restart many times, and keep the alert from resolving before it was read.
  expr: requests.process_start_time_seconds.changes("5m").gt(0),
  for: "0m",
  scenario: restarts(requests.process_start_time_seconds),
  summary: ({ labels }) => `${labels.instance} was restarted`,
  description: "The shop was started anew in the last 5 minutes.",
  impact: "Whoever was in the waiting room starts over.",
  actions: [
    "A deployment? Then this is its receipt.",
    "Else read the end of the log before the restart for a crash.",
  ],
});
