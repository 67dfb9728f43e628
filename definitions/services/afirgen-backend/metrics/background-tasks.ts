import { counter, gauge, histogram, metrics } from "signalbox";
import { backend } from "../scrape.ts";

export const tasks = metrics(backend, {
  background_tasks_queued: gauge({
    help: "Tasks that wait for a worker.",
    unit: "tasks",
    labels: { queue: "*", priority: "*" },
  }),
  background_tasks_processed_total: counter({
    help: "Tasks that a worker has finished, by how they ended.",
    unit: "tasks",
    // The words that the model servers' metric has. Rules ask for what is not `success`, so that another word for a failure
    // fires, and does not hide.
    labels: { task_type: "*", status: ["success", "error"] },
  }),
  background_task_duration_seconds: histogram({
    help: "How long workers took for a task.",
    unit: "seconds",
    labels: { task_type: "*" },
    buckets: [1, 5, 10, 30, 60, 300, 600],
  }),
});
