import { alert, everyJob, grows, holds, ruleGroup } from "signalbox";
import { high, medium } from "../severities.ts";
import { filebeat } from "./log-metrics.ts";
import { elasticsearchJob, filebeatJob } from "./scrape.ts";

const group = ruleGroup("monitoring_log_alerts", { every: "30s" });

/** Of programs that are absent while they are stopped. */
const logPrograms = everyJob.up.where({ job: [elasticsearchJob.job, filebeatJob.job] });

export const LogProgramGone = alert({
  severity: high,
  component: "logs",
  // One that stops answering is still there, and its target down. What was never started was not there either.
  expr: logPrograms.presentOverTime("1h").eq(1).unless(logPrograms),
  // An update, with all that has to start before it, takes less.
  for: "10m",
  scenario: { given: [holds(filebeatJob.up, { ok: 1, firing: "missing" })], within: "11m" },
  allow: { "alerts-see-new-targets": "what was never started is not meant to run" },
  group,
  summary: ({ labels }) => `${labels.job} (${labels.instance}) does not run any more`,
  description:
    "It ran within the last hour, and its container has not run for 10 minutes. This ends when it runs again, and by itself an hour after it stopped: whoever stops collecting logs is notified once.",
  impact: "Log lines stay in their files: nobody finds them in Kibana, and what is rotated away is lost.",
  actions: [
    "Was it stopped on purpose? Then there is nothing to do.",
    "Why did it end?\n`docker compose ps --all`\n`docker compose logs filebeat elasticsearch`",
    "Killed for its memory (exit code 137)? Raise its limit in definitions/platform/deploy.ts, and deploy.",
    "Start it:\n`docker compose up -d --wait`",
  ],
});

export const LogLinesNotArriving = alert({
  severity: medium,
  component: "logs",
  // Where nothing is logged nothing waits. When its queue is full Filebeat reads no further: lines that come in would show it for minutes only.
  expr: filebeat.filebeat_events_waiting.gt(0).and(filebeat.filebeat_events_acked_total.increase("5m").eq(0)),
  // Elasticsearch needs minutes to start, and Filebeat a minute to try again.
  for: "10m",
  scenario: [
    {
      given: [
        holds(filebeat.filebeat_events_waiting, 5),
        grows(filebeat.filebeat_events_acked_total, "5m", { ok: 60, limit: 5, firing: 0 }),
      ],
      after: "5m",
    },
    {
      given: [
        holds(filebeat.filebeat_events_waiting, { ok: 0, firing: 1 }),
        grows(filebeat.filebeat_events_acked_total, "5m", 0),
      ],
    },
  ],
  group,
  summary: ({ labels, value }) => `${value} wait at ${labels.instance}, and none arrives`,
  description: "Log lines wait to be sent, and for 15 minutes none of them has been confirmed.",
  impact: "New log lines are not found in Kibana. They are kept in their files until these are rotated away.",
  actions: [
    "Is Elasticsearch healthy? `docker compose ps elasticsearch`, then `docker compose logs elasticsearch`.",
    "Does it take lines? Below a twentieth of free disk it takes none.\n`df -h`",
    "Both are well: docs/logs.md shows how to read Filebeat's own log, which has the answer of the other side.",
  ],
});

export const LogLinesRefused = alert({
  severity: medium,
  component: "logs",
  expr: filebeat.filebeat_events_dropped_total.increase("15m").gt(0),
  for: "0m",
  scenario: grows(filebeat.filebeat_events_dropped_total, "15m", { ok: 0, firing: 1 }),
  group,
  // How many is not known yet when the first is refused.
  summary: ({ labels }) => `Elasticsearch refuses log lines of ${labels.instance}`,
  description:
    "Elasticsearch refused log lines for good within the last 15 minutes, and Filebeat does not send them again.",
  impact: "These lines are only in their files.",
  actions: [
    "Filebeat's own log has the reason, such as a field of another type or a missing right: docs/logs.md shows how to read it.",
    "A missing right: the page names the role that Filebeat needs.",
    "A field of another type: a service logs in another format; declare the source as what it is.",
  ],
});

export const ElasticsearchNotAnswering = alert({
  severity: medium,
  component: "logs",
  expr: elasticsearchJob.probe_success.eq(0),
  // It needs three minutes to start.
  for: "5m",
  scenario: holds(elasticsearchJob.probe_success, { ok: 1, firing: 0 }),
  group,
  summary: ({ labels }) => `${labels.instance} does not answer as it should`,
  description: "For 5 minutes Elasticsearch has not answered, or has answered without asking for a login.",
  impact:
    "New log lines wait in their files, and old ones are not found. Without a login everybody on the machine can read them.",
  actions: [
    "Is it running, and since when? `docker compose ps elasticsearch`, then `docker compose logs elasticsearch`.",
    "Killed for its memory (exit code 137)? Raise its limit in definitions/platform/deploy.ts, and deploy.",
    "It answers: with 401 it is well, with 200 its security is off.\n`curl -si http://localhost:9200`",
  ],
});
