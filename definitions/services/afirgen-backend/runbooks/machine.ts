import { question, runbook } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { cache } from "../metrics/cache.ts";
import { system } from "../metrics/system.ts";
import { requestRate } from "../recordings/requests.ts";
import { taskRate } from "../recordings/tasks.ts";

export const MachineBusyWithoutTraffic = runbook({
  title: "Machine busy without traffic",
  pattern:
    "Processor or Memory is high, while Requests by endpoint and Tasks by status are as at night. Whatever keeps the machine busy was asked for by nobody whom the backend knows.",
  questions: [
    question(requestRate, {
      asks: "Is there no traffic?",
      means:
        "Below a tenth of what is usual in the day: this pattern. As in the day: it is work; AfirgenHighCPU says how to go on.",
    }),
    question(taskRate, {
      asks: "Do the workers work?",
      means:
        "0: it is not them, or they are in a few endless tasks; compare Task time. Above: a batch, and it ends by itself.",
    }),
    question(system.system_memory_percent.delta("6h"), {
      asks: "Does the memory rise?",
      means:
        "By some percent in 6 hours at even traffic, and never back: a leak. In one step: something was started, or loaded.",
    }),
    question(cache.cache_memory_usage_bytes, {
      asks: "Is it the cache?",
      means:
        "Its size rises as the memory does: give it a limit. It stands: it is the backend, a worker, or a stranger.",
    }),
    question(
      system.system_disk_io_read_bytes_total
        .rate("5m")
        .add(system.system_disk_io_write_bytes_total.rate("5m")),
      {
        asks: "Do the disks work too?",
        means:
          "Far more than the requests explain, at full memory: it swaps, and everything is slow for that reason alone.",
      },
    ),
  ],
  causes: [
    "A nightly job beside the service: a backup, an index of the database, an update of the system.",
    "A leak of the backend or of a worker, which a restart hides until the next one is due.",
    "A loop: a task that fails at once and is tried again without a pause.",
    "Somebody else's program on the same machine.",
  ],
  actions: [
    "Who is it? `top`, sorted by processor and then by memory, on that machine.",
    "A job of the night: move it, or let this alert be silenced for its hours.",
    "A loop: stop the worker, and look at the task that it tried last.",
    "A leak: restart one process after the other now, and compare Memory with the blue lines to find the deployment that began it.",
  ],
  alerts: [alerts.AfirgenHighCPU, alerts.AfirgenHighMemory, alerts.AfirgenMemoryExhausted],
});
