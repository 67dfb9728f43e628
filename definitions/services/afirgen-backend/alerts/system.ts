import { alert, holds, percent } from "signalbox";
import { critical, medium } from "../../../platform/severities.ts";
import { system } from "../metrics/system.ts";
import { group } from "./group.ts";

const { system_cpu_percent: processor, system_memory_percent: memory } = system;

export const AfirgenHighCPU = alert({
  severity: medium,
  component: "processor",
  // Above that what comes in has to wait for a processor at every moment; below it queues form only now and then.
  expr: processor.gt(percent(85)),
  // A batch of tasks may take all there is for some minutes; that is what it is for.
  for: "15m",
  scenario: holds(processor, { ok: percent(40), limit: percent(85), firing: percent(86) }),
  group,
  summary: ({ labels, value }) => `The machine of ${labels.instance} uses ${value} of its processors`,
  description: ({ threshold }) => `More than ${threshold} of the processors have been in use for 15 minutes.`,
  impact: "Everything is a little slower; the next burst of requests will be felt.",
  actions: [
    "Is it us? `top` on that machine: the backend, its workers, or something else.",
    "Compare with Requests by endpoint and Tasks by status: is it work, or a loop?",
    "Work: move the workers to a machine of their own, or start fewer of them.",
  ],
});

export const AfirgenMemoryExhausted = alert({
  severity: critical,
  component: "memory",
  // Of 16 GB it leaves 0.8: less than a worker takes that loads one large document. What comes next ends a program.
  expr: memory.gt(percent(95)),
  for: "5m",
  scenario: holds(memory, { ok: percent(60), limit: percent(95), firing: percent(96) }),
  group,
  summary: ({ labels, value }) => `The machine of ${labels.instance} uses ${value} of its memory`,
  description: ({ threshold }) => `More than ${threshold} of the memory has been in use for 5 minutes.`,
  impact: "The system is about to end a program: the backend, or what it depends on.",
  actions: [
    "Who has it? On that machine:\n`ps aux --sort=-rss | head`",
    "The backend or a worker: restart it before the system does, one after the other.",
    "The cache: see Cache memory, and lower its limit.",
    "Then find the start of the rise on the panel Memory, and what was deployed or started there.",
  ],
});

export const AfirgenHighMemory = alert({
  severity: medium,
  component: "memory",
  // What is left, 2.4 of 16 GB, is about what a deployment needs that starts the new processes before it ends the old ones.
  expr: memory.gt(percent(85)),
  for: "15m",
  scenario: holds(memory, { ok: percent(60), limit: percent(85), firing: percent(86) }),
  group,
  summary: ({ labels, value }) => `The machine of ${labels.instance} uses ${value} of its memory`,
  description: ({ threshold }) => `More than ${threshold} of the memory has been in use for 15 minutes.`,
  impact: "None yet; there is no room for a burst or a deployment.",
  actions: [
    "Does it still rise on the panel Memory? Its pace says when AfirgenMemoryExhausted will fire.",
    "Steps at each restart of a worker are normal; a line that only rises is a leak: plan a restart, and find the deployment.",
  ],
});
