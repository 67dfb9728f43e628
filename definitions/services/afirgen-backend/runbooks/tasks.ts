import { question, runbook } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { tasks } from "../metrics/background-tasks.ts";
import { models } from "../metrics/model-servers.ts";
import { system } from "../metrics/system.ts";
import { poolUtilisation } from "../recordings/database.ts";
import { queueLength, taskP95, taskRate } from "../recordings/tasks.ts";

export const QueueGrowsWhileTheProcessorIdles = runbook({
  title: "Queue grows while the processor idles",
  pattern:
    "Queue growth is above zero for an hour, and Processor is as low as at night. Workers that had too much to do would keep it busy: these wait for something, or are not there.",
  questions: [
    question(system.system_cpu_percent, {
      asks: "Does the machine really idle?",
      means:
        "Below 30 %: this pattern. Above 85 %: too few processors for the workers, which is load. Workers on another machine are not seen here; ask there.",
    }),
    question(taskRate, {
      asks: "Is anything done at all?",
      means:
        "0: no worker works; they are gone, lost their broker, or each of them hangs. Less than before the queue grew: they wait. As before: more is put in than they ever could do.",
    }),
    question(taskP95, {
      asks: "Do tasks take longer?",
      means:
        "Longer, at an idle processor: the time goes into waiting for a model server, the database or the network. As ever: there are fewer workers than before.",
    }),
    question(queueLength.topk(5), {
      asks: "Which queue is it?",
      means:
        "One of several: its own workers, or a queue that no worker was told to serve. All: what the workers share.",
    }),
    question(models.model_server_availability.minBy("instance", "server"), {
      asks: "Do they wait for a model?",
      means: "0 for a model that these tasks need: each worker tries, waits and tries again. Fix that first.",
    }),
    question(poolUtilisation, {
      asks: "Do they wait for the database?",
      means: "Near 100 %: workers and requests share the pool; go on with Pool exhausted at normal load.",
    }),
  ],
  causes: [
    "Workers that were not started again after a deployment, or that serve other queues than the new version fills.",
    "A broker that was restarted: the workers hold a connection that is dead and do not notice.",
    "One slow dependency that every worker is waiting for, without a time limit.",
    "A poisoned task: it ends its worker, is given to the next one, and ends that one too.",
  ],
  actions: [
    "Count the workers that run, and the queues that each of them serves.",
    "They run and do nothing: take the stack of one (py-spy dump --pid and its process id); it names what it waits for.",
    "Restart the workers. Tasks by status must rise within a minute; if it does not, it was not the workers.",
    "It stops at the same task again: take that task out of the queue, keep it, and open an issue with it.",
    "Watch Time to empty the queues: start more workers for the backlog only if Processor and the model servers have room.",
  ],
  alerts: [alerts.AfirgenQueueGrowing, alerts.AfirgenQueueStuck, alerts.AfirgenQueueBacklog],
});

export const TasksFailWhileRequestsSucceed = runbook({
  title: "Tasks fail while requests succeed",
  pattern:
    "Failed tasks rises for one type, and Failed requests stays at zero: the request that starts the task is answered at once and well. Nobody complains, because nobody has been told; people notice when the result is missing.",
  questions: [
    question(
      tasks.background_tasks_processed_total
        .whereNot({ status: "success" })
        .rate("10m")
        .sumBy("instance", "task_type"),
      {
        asks: "Is it one type?",
        means:
          "One: its code, its input, or the one thing that it alone needs. All: the workers' own configuration, often older or newer than the backend's.",
      },
    ),
    question(taskP95, {
      asks: "Do they fail at once, or late?",
      means:
        "The time fell: they fail before they begin, as with a missing secret. It rose to a round number: a time limit ends them.",
    }),
    question(
      models.model_server_requests_total.where({ status: "error" }).rate("10m").sumBy("instance", "server"),
      {
        asks: "Does a model server refuse them?",
        means:
          "It fails as often as the tasks do: go on there. It does not: the reason is in the workers' log.",
      },
    ),
  ],
  causes: [
    "Workers that run another version than the backend: a field that the one writes and the other does not know.",
    "A secret or a variable that was given to the backend and not to the workers.",
    "A time limit of the worker that is shorter than what the model server takes now.",
  ],
  actions: [
    "Compare the versions of the backend and of the workers; deploy the older one.",
    "Read one failed task's exception in the workers' log, and its input.",
    "Mended: start the failed tasks again, the oldest first, and tell the people whose results are late.",
  ],
  alerts: [alerts.AfirgenTasksFailing],
});
