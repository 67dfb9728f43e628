import { alert, gigabytes, grows, holds, hours, percent, ruleGroup } from "signalbox";
import { high, medium } from "../severities.ts";
import { diskSpace, freeDisk, freeMemory } from "./host.ts";
import { node } from "./metrics.ts";

const group = ruleGroup("host_alerts", { every: "30s" });

// What the scenarios look at.
const { node_filesystem_avail_bytes: available, node_filesystem_size_bytes: size } = node;
const disk = { device: "/dev/sda1", fstype: "ext4", mountpoint: "/" };

export const HostDiskAlmostFull = alert({
  severity: high,
  component: "disk",
  // Below a tenth file systems get slow, and Elasticsearch stops to write at a twentieth.
  expr: freeDisk.lt(percent(10)),
  for: "15m",
  scenario: {
    given: [
      holds(available.where(disk), { ok: gigabytes(200), limit: gigabytes(50), firing: gigabytes(49) }),
      holds(size.where(disk), gigabytes(500)),
    ],
    value: percent(9.8),
  },
  group,
  summary: ({ labels, value }) => `${labels.mountpoint} has ${value} left`,
  description: ({ threshold }) => `Less than ${threshold} of this file system has been free for 15 minutes.`,
  impact: "Soon nothing is stored any more: metrics, logs, orders.",
  actions: [
    "What is it?\n`docker system df`\n`du -xh --max-depth=2 {{ $labels.mountpoint }}`",
    "Images that are no longer used:\n`docker image prune`",
    "Metrics or logs: lower retention or keepDays in definitions/platform/index.ts, and deploy.",
  ],
});

export const HostDiskFilling = alert({
  severity: medium,
  component: "disk",
  // The trend of 6 hours, so that a nightly job is no alarm; half a disk is far enough from full to wait for morning.
  expr: freeDisk.lt(percent(50)).and(diskSpace.predictLinear("6h", hours(24)).lt(0)),
  for: "1h",
  scenario: [
    {
      // That it will be full shows early, while most of it is free; half of it is gone after 3 hours and 50 minutes.
      given: [
        grows(available.where(disk), "1h", { ok: 0, firing: gigabytes(-60) }, { from: gigabytes(480) }),
        holds(size.where(disk), gigabytes(500)),
      ],
      after: "3h55m",
      value: percent(37),
    },
    {
      // Half of it is gone early; that this will be all is known after 2 hours. A disk that is full does not fill any more.
      given: [
        grows(
          available.where(disk),
          "1h",
          { ok: 0, firing: gigabytes(-30) },
          { from: { ok: gigabytes(275), limit: 0, firing: gigabytes(275) } },
        ),
        holds(size.where(disk), gigabytes(500)),
      ],
      after: "2h15m",
      value: percent(35.5),
    },
  ],
  group,
  summary: ({ labels, value }) => `${labels.mountpoint} has ${value} left and is full within a day`,
  description: "At the pace of the last 6 hours this file system is full within 24 hours.",
  impact: "None yet. When it is full nothing is stored any more.",
  actions: [
    "What grows? Ask twice, ten minutes apart.\n`du -xh --max-depth=2 {{ $labels.mountpoint }}`",
    "A log or a dump that somebody left running: stop it.",
    "Metrics or logs: lower retention or keepDays in definitions/platform/index.ts, and deploy.",
  ],
});

export const HostMemoryLow = alert({
  severity: medium,
  component: "host-memory",
  // Of 16 GB a tenth is 1.6 GB: less than the shop takes when a sale begins.
  expr: freeMemory.lt(percent(10)),
  for: "10m",
  scenario: {
    given: [
      holds(node.node_memory_MemAvailable_bytes, {
        ok: gigabytes(8),
        limit: gigabytes(1.6),
        firing: gigabytes(1.5),
      }),
      holds(node.node_memory_MemTotal_bytes, gigabytes(16)),
    ],
    value: percent(9.375),
  },
  group,
  summary: ({ labels, value }) => `The machine of ${labels.instance} has ${value} of its memory left`,
  description: ({ threshold }) =>
    `Programs could get less than ${threshold} of the machine's memory for 10 minutes.`,
  impact: "The system is about to end the largest program, which is the shop.",
  actions: [
    "What takes it?\n`ps aux --sort=-rss | head`\n`docker stats --no-stream`",
    "A program of a service: see the alerts on its memory. A container: its limit in definitions/platform/deploy.ts is too high.",
  ],
});
