// Counters as they are: they may be added up where only the number of their series is asked for.
import { test } from "vitest";
import { expectRow, type Row } from "./mistakes-in.ts";

const rows: readonly Row[] = [
  [
    "sum(count(sum by (job) (http_requests_total))) / sum(sum by (job) (http_requests_total))",
    "http_requests_total | sum of a raw counter: take rate() or increase() first",
    "sum(count(sum by (job) (http_requests_total)))",
  ],
  [
    "count(http_requests_total > 5)",
    "http_requests_total | http_requests_total as it is: take rate() or increase() first",
    "count by (job) (http_requests_total * on (job, instance) group_left () build_info)",
  ],
  [
    "count(rate(sum by (job) (http_requests_total)[5m:]))",
    "http_requests_total | sum of a raw counter: take rate() or increase() first",
    "count(abs(-(sum by (job) (http_requests_total))))",
  ],
  [
    "count(topk(2, sum by (job) (http_requests_total)))",
    "http_requests_total | sum of a raw counter: take rate() or increase() first",
    "group(max by (job) (http_requests_total))",
  ],
  [
    'count_values("size", sum by (job) (http_requests_total))',
    "http_requests_total | sum of a raw counter: take rate() or increase() first",
    "absent(sum by (job) (http_requests_total))",
  ],
  [
    "sum by (job) (http_requests_total) unless sum by (job) (kiosk_fps)",
    "http_requests_total | sum of a raw counter: take rate() or increase() first",
    "sum by (job) (kiosk_fps) unless sum by (job) (http_requests_total)",
  ],
  [
    "kiosk_fps and on (job) http_requests_total > 5",
    "http_requests_total | http_requests_total as it is: take rate() or increase() first",
    "kiosk_fps and on (job) http_requests_total > 0",
  ],
  [
    "http_requests_total > 0 and on (job) kiosk_fps",
    "http_requests_total | http_requests_total as it is: take rate() or increase() first",
    "kiosk_fps unless on (job) http_requests_total != 0",
  ],
  [
    "kiosk_fps and on (job) http_requests_total > bool 0",
    "http_requests_total | http_requests_total as it is: take rate() or increase() first",
    "kiosk_fps and on (job) 0 < http_requests_total",
  ],
  [
    "kiosk_fps and on (job) http_requests_total == 0",
    "http_requests_total | http_requests_total as it is: take rate() or increase() first",
    "count(http_requests_total > 0)",
  ],
];

test.each(rows)("%s", (...row) => expectRow(...row));
