import type { Check, Finding } from "../../check.ts";
import { durationInMs, formatDuration } from "../../language/duration.ts";
import type { Model } from "../../model/model.ts";

/** How much earlier than the scrape the blackbox exporter ends a probe, so that there is an answer: its --timeout-offset. */
const marginMs = 500;

/** A probe may take as long as its module says. */
export const probesEndBeforeTheirScrape: Check = {
  id: "probes-end-before-their-scrape",
  why: "The blackbox exporter ends each probe half a second before the scrape that asked for it may take no longer. A module that waits longer never does, and a slow answer counts as none.",
  source: "https://github.com/prometheus/blackbox_exporter#prometheus-configuration",
  wrong: `
export const page = probe("shop-page", {
  description: "The shop's page.",
  module: probeModule("slow_2xx", { description: "Any 2xx.", timeout: "15s" }),
  targets: ["https://shop.internal"],
});
export const deploy = compose({
  ...stack,
  containers: {
    ...stack.containers,
    "blackbox-exporter": { image: "prom/blackbox-exporter:v0.28.0", port: 9115, memoryMiB: 32 },
  },
});
`,
  right: `
export const page = probe("shop-page", {
  description: "The shop's page.",
  module: probeModule("slow_2xx", { description: "Any 2xx.", timeout: "15s" }),
  targets: ["https://shop.internal"],
  every: "30s",
  timeout: "16s",
});
export const deploy = compose({
  ...stack,
  containers: {
    ...stack.containers,
    "blackbox-exporter": { image: "prom/blackbox-exporter:v0.28.0", port: 9115, memoryMiB: 32 },
  },
});
`,
  *find({ jobs }: Model): Iterable<Finding> {
    for (const job of jobs) {
      if (job.kind !== "probe") continue;
      const { name, timeout: wanted, place } = job.module;
      const wantedMs = durationInMs(wanted) ?? 0;
      if (wantedMs <= job.timeoutMs - marginMs) continue;
      const least = formatDuration(wantedMs + marginMs);
      const left = Math.max(0, job.timeoutMs - marginMs);
      yield {
        definition: job,
        message: `job "${job.name}" may take ${job.timeout}, so its probes end after ${formatDuration(left)}, but its module "${name}" waits ${wanted}`,
        fix: `give the job a timeout of ${least} or more, and an interval as long, or shorten that of the module at ${place.file}:${place.line}`,
      };
    }
  },
};
