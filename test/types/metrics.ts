// Declarations of metrics. Each line under a `@ts-expect-error` is a mistake that must not compile.
import { counter, gauge, histogram, summary } from "../../generators/language/metric-definition.ts";
import { metrics } from "../../generators/language/metric.ts";
import { ms } from "../../generators/language/quantity.ts";

// @ts-expect-error a histogram without buckets
metrics({}, { x_seconds: histogram({ help: "x", unit: "seconds" }) });
// @ts-expect-error a summary without quantiles
metrics({}, { x_seconds: summary({ help: "x", unit: "seconds" }) });
// @ts-expect-error no help
metrics({}, { x_total: counter({ labels: { a: "*" } }) });
// @ts-expect-error a metric of no type
metrics({}, { x: { help: "x" } });
// @ts-expect-error labels are names with "*", a list or a pattern
metrics({}, { x: gauge({ help: "x", labels: { a: 1 } }) });
// @ts-expect-error the labels of the source too
metrics({ job: 1 }, { x: gauge({ help: "x" }) });
// @ts-expect-error a metric is kept for a reason
metrics({}, { x: gauge({ help: "x", unused: true }) });

// @ts-expect-error a percentile is p and its number
metrics({}, { x_p99: gauge({ help: "x", computed: "99th" }) });
// @ts-expect-error a counter is no statistic: it only grows
metrics({}, { x_total: counter({ help: "x", computed: "mean" }) });
// @ts-expect-error of a histogram percentiles are computed when they are asked for
metrics({}, { x_seconds: histogram({ help: "x", buckets: [1], computed: "p99" }) });
// @ts-expect-error the quantiles of a summary are always computed by its program
metrics({}, { x_seconds: summary({ help: "x", quantiles: [0.5], computed: "p50" }) });

// What is right compiles: a metric of nothing but its help counts something.
const bare = metrics(
  {},
  {
    a_total: counter({ help: "a" }),
    b: gauge({ help: "b", unused: "The capacity plan is made from it." }),
    c_seconds: histogram({ help: "c", unit: "seconds", buckets: [1] }),
    d_p99_seconds: gauge({ help: "d", unit: "seconds", computed: "p99.9", labels: { of: ["a", "b"] } }),
  },
);
bare.a_total.rate("5m").gt(5);
bare.b.gt(5);
bare.d_p99_seconds.where({ of: "a" }).gt(ms(5));
bare.c_seconds.atMost("1").rate("5m");
