import { expect, test } from "vitest";
import { everyRecording } from "../../generators/language/every-recording.ts";
import { nodeOf, unitOf } from "../../generators/language/expression/expression.ts";
import { recordingNamed as recording, recordingOf } from "../../generators/language/recording.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { app } from "./example-metrics.ts";

const expr = app.http_requests_total.rate("5m").sumBy("job");
const web = recording("job:http_requests:rate5m", expr, { labels: { tier: "web" } });
const api = recording("job:http_requests:rate5m", expr, { labels: { tier: "api" } });
const all = everyRecording(web, api);

test("one of them is its own series, all of them are the name", () => {
  expect(printPromql(nodeOf(web))).toBe('job:http_requests:rate5m{tier="web"}');
  expect(printPromql(nodeOf(all))).toBe("job:http_requests:rate5m");
  expect(printPromql(nodeOf(all.where({ tier: "api" }).sumBy("tier")))).toBe(
    'sum by (tier) (job:http_requests:rate5m{tier="api"})',
  );
  expect(unitOf(all)).toBe(unitOf(web));
  expect(recordingOf(all)).toBeUndefined();
});

test.each([
  [
    "of two names",
    () => everyRecording(web, recording("job:other:sum", expr)),
    "job:http_requests:rate5m and job:other:sum",
  ],
  [
    "of what is no recording",
    () => everyRecording(web, expr),
    "job:http_requests:rate5m and what is no recording",
  ],
])("it refuses those %s", (_, make, named) => {
  expect(make).toThrow(`takes what recording() returned, all of one name, and not ${named}`);
});
