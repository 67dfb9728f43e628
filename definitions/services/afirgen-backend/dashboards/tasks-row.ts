import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { tasks } from "../metrics/background-tasks.ts";
import { drainTime, queueGrowth, taskFailureRatio, taskP95, taskRate } from "../recordings/tasks.ts";

const { background_tasks_queued: queued, background_tasks_processed_total: processed } = tasks;

export const tasksRow = row("Background tasks", [
  timeSeries({
    title: "Queued tasks",
    description: "Tasks that wait for a worker, by queue and priority.",
    width: 8,
    queries: [
      query(queued.sumBy("queue", "priority"), {
        legend: ({ queue, priority }) => `${queue}, ${priority}`,
      }),
    ],
    min: 0,
    stacked: true,
  }),
  timeSeries({
    title: "Tasks by status",
    description: "Tasks per second that workers finish, by how they ended; and all of them, over 10 minutes.",
    width: 8,
    queries: [
      query(processed.rate("$__rate_interval").sumBy("status"), { legend: ({ status }) => status }),
      query(taskRate, { legend: ({ instance }) => `${instance}, all` }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Time to empty the queues",
    description: "What waits, divided by what the workers do: how late a task is that is asked for now.",
    width: 8,
    queries: [query(drainTime, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.AfirgenQueueBacklog],
  }),
  timeSeries({
    title: "Queue growth",
    description: "Tasks that each queue has gained in 30 minutes; below zero it is being worked off.",
    width: 8,
    queries: [query(queueGrowth, { legend: ({ queue }) => queue })],
    thresholds: [alerts.AfirgenQueueGrowing],
  }),
  timeSeries({
    title: "Failed tasks",
    description: "Share of the tasks of 10 minutes that did not succeed, by type; a gap where none ended.",
    width: 8,
    queries: [query(taskFailureRatio, { legend: ({ task_type }) => task_type })],
    min: 0,
    thresholds: [alerts.AfirgenTasksFailing],
  }),
  timeSeries({
    title: "Task time",
    description: "95 of 100 tasks of a type in the last 30 minutes were done in this time.",
    width: 8,
    queries: [query(taskP95, { legend: ({ task_type }) => task_type })],
    min: 0,
    thresholds: [alerts.AfirgenTasksSlow],
  }),
]);
