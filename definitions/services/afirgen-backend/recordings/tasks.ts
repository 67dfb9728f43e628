import {
  grows,
  holds,
  minutes,
  percent,
  quantile,
  ratioOf,
  recording,
  runs,
  seconds,
  share,
} from "signalbox";
import { tasks } from "../metrics/background-tasks.ts";
import { aboveZero } from "./above-zero.ts";
import { group } from "./group.ts";

const {
  background_tasks_queued: queued,
  background_tasks_processed_total: processed,
  background_task_duration_seconds: duration,
} = tasks;

export const queueLength = recording(
  "instance_queue:afirgen_background_tasks_queued:sum",
  queued.sumBy("instance", "queue"),
  {
    help: "Tasks that wait in a queue, of any priority.",
    group,
    example: {
      given: [holds(queued.where({ priority: "high" }), 3), holds(queued.where({ priority: "low" }), 40)],
      expect: 43,
    },
  },
);

export const queueGrowth = recording(
  "instance_queue:afirgen_background_tasks_queued:delta30m",
  queued.delta("30m").sumBy("instance", "queue"),
  {
    help: "Tasks by which a queue has grown in 30 minutes, of any priority.",
    group,
    example: {
      given: [
        grows(queued.where({ priority: "high" }), "30m", -5),
        grows(queued.where({ priority: "low" }), "30m", 17),
      ],
      expect: 12,
    },
  },
);

export const taskRate = recording(
  // 10 minutes, because tasks are few and may take minutes: in 5 of them a slow worker may finish none.
  "instance:afirgen_background_tasks_processed:rate10m",
  processed.rate("10m").sumBy("instance"),
  {
    help: "Tasks that workers finish per second, over 10 minutes, however they ended.",
    group,
    example: {
      given: [runs(processed.where({ status: "success" }), 2), runs(processed.where({ status: "error" }), 1)],
      expect: 3,
    },
  },
);

export const drainTime = recording(
  "instance:afirgen_background_tasks_queued:drain_time",
  queueLength.sumBy("instance").div(taskRate.gt(0).series()),
  {
    help: "Time that the workers need, at the pace of the last 10 minutes, for all tasks that wait.",
    group,
    example: [
      {
        given: [
          holds(queued.where({ queue: "reports" }), 900),
          holds(queued.where({ queue: "mail" }), 300),
          runs(processed, 2),
        ],
        expect: minutes(10),
      },
      // A pace of less than one task a second is a pace as well.
      { given: [holds(queued, 30), runs(processed, 0.5)], expect: minutes(1) },
      // At no pace at all there is no time to say.
      { given: [holds(queued, 30), runs(processed, 0)], expect: "missing" },
    ],
  },
);

const failed = processed.whereNot({ status: "success" });

export const taskTypeRate = recording(
  "instance_task_type:afirgen_background_tasks_processed:rate10m",
  processed.rate("10m").sumBy("instance", "task_type"),
  {
    help: "Tasks of a type that workers finish per second, over 10 minutes, however they ended.",
    group,
    example: {
      given: [runs(processed.where({ status: "success" }), 2), runs(processed.where({ status: "error" }), 1)],
      expect: 3,
    },
  },
);

export const taskFailureRatio = recording(
  "instance_task_type:afirgen_background_tasks_failed:ratio_rate10m",
  // Nothing failed: 0. Nothing was done: no value at all, and so no alert.
  ratioOf(failed.rate("10m").sumBy("instance", "task_type"), taskTypeRate),
  {
    help: "Share of the tasks that ended in the last 10 minutes and did not succeed.",
    group,
    example: [
      {
        given: [
          share(processed.where({ status: "error" }), processed.where({ status: "success" }), percent(10)),
        ],
        expect: percent(10),
      },
      // One task in two seconds is work as well.
      { given: [runs(processed.where({ status: "success" }), 0.5)], expect: 0 },
      { given: [runs(processed.where({ status: "success" }), 0)], expect: "missing" },
    ],
  },
);

export const taskP95 = recording(
  // Half an hour, so that a type with a task every few minutes still has some to compare.
  "instance_task_type:afirgen_background_task_duration_seconds:p95_30m",
  duration.quantile(0.95, "30m", "instance", "task_type").gt(0).series(),
  {
    help: "95 of 100 tasks of a type in the last 30 minutes were done in this time.",
    group,
    example: [
      { given: [quantile(duration, 0.95, minutes(5))], expect: minutes(5) },
      { given: [quantile(duration, 0.95, seconds(0.95))], expect: seconds(0.95) },
    ],
    equivalentMutants: { "comparison not strict": aboveZero },
  },
);
