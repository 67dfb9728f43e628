// Mistakes with what is scraped, who is notified and what runs.
import type { Mistake } from "./mistake.ts";

export const mistakesOfStack: Readonly<Record<string, Mistake>> = {
  "a target without a port": {
    code: `scrapeJob("x", { description: "X.", targets: ["localhost"] });`,
    says: '"localhost" has no port [TS2322]',
    fix: 'write host and port: "localhost:…"',
  },
  "a step of a job that is none": {
    code: `scrapeJob("tills", { description: "Tills.", targets: ["localhost:9200"], metricRelabelling: [{ remove: { metric: /go_.+/ } }] });`,
    says: "there is no option 'remove' here [TS2353]",
    fix: "leave out remove",
  },
  "a replacement without what takes its place": {
    code: `scrapeJob("tills", { description: "Tills.", targets: ["localhost:9200"], metricRelabelling: [{ replace: { label: "path", from: /a/ } }] });`,
    says: "to is missing [TS2322]",
    fix: "add to",
  },
  "a field that the sample has not": {
    code: `jsonFields(till, { prise: till_price });`,
    says: "the sample has no field prise [TS2561]",
    fix: 'write "price"',
  },
  "a time of day in words": {
    code: `timeInterval("evening", { times: [{ from: "5pm", to: "18:00" }], location: "UTC" });`,
    says: '"5pm" is not a time of day [TS2322]',
    fix: 'write hours and minutes of 24 hours: "17:00"',
  },
  "weekdays cut short": {
    code: `timeInterval("work", { weekdays: ["Mon-Fri"], location: "UTC" });`,
    says: '"Mon-Fri" is neither a weekday nor a range of weekdays [TS2322]',
    fix: 'write "monday:friday"',
  },
  "a target that is a URL": {
    code: `scrapeJob("x", { description: "X.", targets: ["http://localhost:9100/status"] });`,
    says: "a target is host and port, not a URL [TS2322]",
    fix: 'write "localhost:9100"; the path is an option beside it, path: "/status"',
  },
  "an image without a version": {
    code: `const image = { image: "prom/prometheus", port: 9090, memoryMiB: 64 } as const; compose({ name: "x", hostAlias: "h", grafana: { adminUser: "a", adminPassword: secretFile("a", "A.") }, containers: { prometheus: image, alertmanager: { ...image, image: "a:1" }, grafana: { ...image, image: "a:1" } } });`,
    says: "the image prom/prometheus has no version [TS2322]",
    fix: 'write it behind a colon: "prom/prometheus:v…"',
  },
  "a format of log lines that there is not": {
    code: `logSource("access", { description: "Requests.", files: ["a.log"], format: "apache" });`,
    says: 'there is no format "apache" of log lines [TS2322]',
    fix: 'write "level lines" or "access lines"',
  },
  "a channel without its sign": {
    code: `slack({ webhookUrl: secretFile("a", "A."), channel: "alerts" });`,
    says: '"alerts" is no channel [TS2322]',
    fix: 'begin it with #: "#alerts"',
  },
  "no mail address": {
    code: `email({ to: "team" });`,
    says: '"team" is no mail address [TS2322]',
    fix: 'write one, as in "team@…"',
  },
};
