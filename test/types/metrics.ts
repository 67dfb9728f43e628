// Declarations of metrics. Each line under a `@ts-expect-error` is a mistake that must not compile.
import { counter, gauge, histogram, metrics, summary } from "../../definitions/language/metric.ts";

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
metrics({}, { x: gauge({ help: "x", kept: true }) });

// What is right compiles: a metric of nothing but its help counts something.
const bare = metrics(
  {},
  {
    a_total: counter({ help: "a" }),
    b: gauge({ help: "b", kept: "The capacity plan is made from it." }),
    c_seconds: histogram({ help: "c", unit: "seconds", buckets: [1] }),
  },
);
bare.a_total.rate("5m").gt(5);
bare.b.gt(5);
bare.c_seconds.atMost("1").rate("5m");
