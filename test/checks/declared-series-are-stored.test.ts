import { counter, gauge, histogram, metrics, scrapeJob, service } from "signalbox";
import { expect, test } from "vitest";
import type { MetricRelabelling } from "../../generators/language/metric-relabelling.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { shop } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "declared-series-are-stored";

function problems(step: MetricRelabelling, allow = {}) {
  // the job
  const tills = scrapeJob("shop-tills", {
    description: "The tills.",
    targets: ["localhost:9200"],
    metricRelabelling: [step],
    allow,
  });
  const sold = metrics(tills, {
    till_sales_total: counter({
      help: "Sales.",
      unit: "sales",
      labels: { result: ["sold", "refused"], path: "*", lane: /[a-c]/ },
    }),
    till_open: gauge({ help: "1 while it is open.", unit: "bool" }),
    till_seconds: histogram({ help: "How long.", unit: "seconds", buckets: [1, 5] }),
  });
  const { owner } = shop;
  const own = service("tills", {
    title: "Tills",
    description: "Tills.",
    owner,
    jobs: { tills },
    metrics: { sold },
  });
  return problemsOf(id, definitionsWith({ services: [own] }));
}

test("a metric that is not kept is reported at its job, with what would keep it", () => {
  expect(problems({ keep: { metric: /till_(sales|seconds).*/ } })).toEqual([
    `${at("the job")}: job "shop-tills" does not keep till_open, which is declared (${id})\n` +
      "  fix: keep it too: its name must be like /till_(sales|seconds).*/",
  ]);
});

test.each<[string, MetricRelabelling, string]>([
  ["a name", { drop: { metric: "till_open" } }, "drops till_open, which is declared"],
  [
    "a part of a histogram",
    { drop: { metric: /.+_bucket/ } },
    "drops till_seconds_bucket, which is declared",
  ],
  [
    "a value of a list",
    { drop: { labels: { result: "refused" } } },
    'drops till_sales_total with result "refused", which is declared',
  ],
  ["a label that others lack", { drop: { metric: /till_o.+/, labels: { result: "" } } }, "drops till_open"],
  [
    "values that are not kept",
    { keep: { metric: /.+/, labels: { result: ["sold", ""] } } },
    'does not keep till_sales_total with result "refused", which is declared',
  ],
  [
    "open values of which some are kept",
    { keep: { labels: { path: /\/a.*|/ } } },
    "keeps till_sales_total only where path is like /\\/a.*|/, and it is declared with any value",
  ],
  ["a label", { dropLabel: "path" }, "stores till_sales_total without the label path, which is declared"],
  ["the bounds", { dropLabel: "le" }, "stores till_seconds_bucket without the label le, which is declared"],
  [
    "a value that becomes another",
    { replace: { label: "result", from: /ref.+/, to: "no" } },
    'stores till_sales_total with result "refused" with result "no"',
  ],
  [
    "a name that becomes another",
    { replace: { metric: /till_o(.+)/, to: "tills_o$1" } },
    "stores till_open as tills_open",
  ],
])("%s", (_, step, says) => {
  expect(problems(step).slice(0, 1)).toEqual([expect.stringContaining(says)]);
});

test.each<[string, MetricRelabelling]>([
  ["other names", { drop: { metric: /go_.+/ } }],
  ["all that is declared, by name", { keep: { metric: /till_.+/ } }],
  ["some values of an open label", { drop: { labels: { path: "/health" } } }],
  [
    "a value of one metric and the name of another",
    { drop: { metric: "till_open", labels: { result: "refused" } } },
  ],
  ["values that are declared so", { keep: { metric: /till_.+/, labels: { result: /sold|refused|/ } } }],
  ["a label that no metric has", { dropLabel: "pod" }],
  ["what becomes a value that is declared", { replace: { label: "result", from: /sol./, to: "sold" } }],
  ["values of an open label", { replace: { label: "path", from: /\/o\/.+/, to: "/o" } }],
  ["a name of the program before", { replace: { metric: /old_(.+)/, to: "till_$1" } }],
])("%s: nothing that is declared is lost", (_, step) => {
  expect(problems(step)).toEqual([]);
});

test("it can be allowed with a reason", () => {
  expect(problems({ drop: { metric: "till_open" } }, { [id]: "it comes by another way" })).toEqual([]);
});
