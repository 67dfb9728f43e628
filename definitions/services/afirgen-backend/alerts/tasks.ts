import { alert, follows, grows, holds, minutes, percent, quantile, runs, share } from "signalbox";
import { high, low, medium } from "../../../platform/severities.ts";
import { tasks } from "../metrics/background-tasks.ts";
import {
  drainTime,
  queueGrowth,
  queueLength,
  taskFailureRatio,
  taskP95,
  taskRate,
} from "../recordings/tasks.ts";
import { group } from "./group.ts";

const {
  background_tasks_queued: queued,
  background_tasks_processed_total: processed,
  background_task_duration_seconds: duration,
} = tasks;

export const AfirgenQueueStuck = alert({
  severity: high,
  component: "task-queue",
  // 10 minutes without a single task done, as long as the highest bucket bound of a task: the workers are gone or hang.
  expr: queueLength.sumBy("instance").gt(0).unless(taskRate.gt(0)),
  // With the window of the rate a quarter of an hour: longer than any task may take.
  for: "5m",
  scenario: [
    {
      // Nothing waits and nothing is done: a quiet night. Then one waits.
      given: [holds(queued, { ok: 0, limit: 0, firing: 1 }), runs(processed, 0)],
      value: 1,
    },
    {
      // As many wait without a fault while one a minute is done (the counter begins again and again, which its growth does not
      // mind). When none is, the window has to run empty first.
      given: [
        holds(queued, { ok: 0, limit: 12, firing: 12 }),
        follows(processed, "30s", { ok: [0, 1], limit: [0, 1], firing: [1] }),
      ],
      after: "9m",
      value: 12,
    },
  ],
  group,
  summary: ({ labels, value }) => `${labels.instance}: ${value} wait and none is done`,
  description: "Tasks wait in a queue, and for 10 minutes no worker has finished a single one.",
  impact: "Whatever is done in the background is not done at all, and whoever waits for it waits.",
  actions: [
    "Do the workers run? Their log; a broker that they lost is the usual reason.",
    "They run: is each of them in a task? Model servers: one that is unavailable or slow holds them all.",
    "Restart the workers; watch Tasks by status for the first that is done.",
  ],
});

export const AfirgenQueueBacklog = alert({
  severity: medium,
  component: "task-queue",
  // In time and not in tasks: 500 short ones may be less than 5 long ones. 10 minutes is the longest that one task may take
  // (the highest bucket bound), so nobody should wait longer than that for the work of others.
  expr: drainTime.gt(minutes(10)),
  for: "10m",
  scenario: {
    given: [
      holds(queued, { ok: 20, limit: 1200, firing: 1260 }),
      runs(processed.where({ status: "success" }), 2),
    ],
    value: minutes(10.5),
  },
  group,
  summary: ({ labels, value }) => `${labels.instance}: the queues need ${value} to empty`,
  description: ({ threshold }) =>
    `At the pace of the last 10 minutes the workers need more than ${threshold} for what waits, and have done so for 10 minutes.`,
  impact: "What was asked for last is done late.",
  actions: [
    "The panel Queued tasks says which queue, Tasks by status whether the pace fell or the queue rose.",
    "The pace fell: see Task time and Model latency.",
    "The queue rose: more is asked than usual; more workers help, if Processor and the models have room.",
  ],
});

export const AfirgenQueueGrowing = alert({
  severity: low,
  component: "task-queue",
  // One a minute more than the workers do: small, but the sign that it will never be empty again.
  expr: queueGrowth.gt(30),
  // Half an hour more: a batch that somebody started comes and goes within that time.
  for: "30m",
  scenario: grows(queued, "30m", { ok: 0, limit: 30, firing: 31 }),
  group,
  summary: ({ labels, value }) => `The queue ${labels.queue} has grown by ${value} in 30 minutes`,
  description: ({ threshold }) =>
    `The queue has grown by more than ${threshold} in 30 minutes, and has done so for half an hour.`,
  impact: "None yet. If it goes on, everything in this queue comes later each hour.",
  actions: [
    "Processor idle at the same time? Read the runbook Queue grows while the processor idles.",
    "Processor busy: the workers are too few, or something else takes their time; see Requests by endpoint.",
  ],
});

export const AfirgenTasksFailing = alert({
  severity: high,
  component: "task-errors",
  // Twice what is asked of requests: tasks are few, and most are tried again, so one in twenty may be a single bad input.
  expr: taskFailureRatio.gt(percent(10)),
  for: "10m",
  scenario: share(processed.where({ status: "error" }), processed.where({ status: "success" }), {
    ok: percent(1),
    limit: percent(10),
    firing: percent(10.5),
  }),
  group,
  summary: ({ labels, value }) => `${value} of the tasks ${labels.task_type} fail`,
  description: ({ threshold }) =>
    `More than ${threshold} of the tasks of this type that ended in the last 10 minutes have failed. Where none ended it does not fire.`,
  impact: "What was asked for is not done, and nobody who waits is told.",
  actions: [
    "The workers' log for this type: one error again and again, or many?",
    "Compare with Model errors and with Connection pool in use: a task fails where a request would.",
    "Mended: find the tasks that failed, and start them again; they do not come back by themselves.",
  ],
});

export const AfirgenTasksSlow = alert({
  severity: low,
  component: "task-latency",
  // The last bucket bound but one, so exact; the bounds end at 10 minutes, which is as long as anybody expected.
  expr: taskP95.gt(minutes(5)),
  for: "30m",
  scenario: quantile(duration, 0.95, { ok: minutes(0.5), limit: minutes(5), firing: minutes(5.25) }),
  group,
  summary: ({ labels, value }) => `1 task in 20 of ${labels.task_type} takes longer than ${value}`,
  description: ({ threshold }) =>
    `The 95th percentile of this type of task has been above ${threshold} for 30 minutes.`,
  impact: "Results come late, and each such task keeps a worker from the others.",
  actions: [
    "Compare Task time with Model latency and Slowest tables: what does this type wait for?",
    "Neither: its input has grown; the workers' log has the size.",
  ],
});
