import { expect, test } from "vitest";
import { counter, gauge, metrics, scrapeJob, service } from "signalbox";
import type { MetricRelabelling } from "../../generators/language/metric-relabelling.ts";
import {
  labelConditions,
  metricSteps,
  relabellingNotes,
  relabellingSection,
  storedAfter,
} from "../../generators/jobs/metric-relabelling.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { storedBy } from "../../generators/targets/prometheus/relabelled.ts";
import { seriesOfModel } from "../../scripts/simulate/series-of-model.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { shop } from "../checks/small-shop.ts";

/** What becomes of a series, by the words and by what stands in the file: undefined where nothing is stored. */
function stored(step: MetricRelabelling, series: Readonly<Record<string, string>>) {
  const steps = metricSteps([step]);
  const byWords = storedAfter(steps, series);
  expect(storedBy(relabellingSection(steps), series)).toEqual(byWords);
  return byWords;
}

const order = { __name__: "shop_orders_total", path: "/orders/17", device: "sda" };

test.each<[string, MetricRelabelling, boolean]>([
  ["a name that is kept", { keep: { metric: "shop_orders_total" } }, true],
  ["a name that is not", { keep: { metric: "shop.orders_total" } }, false],
  ["a pattern of names", { keep: { metric: /shop_.+/ } }, true],
  ["a pattern of a part of it", { keep: { metric: /orders/ } }, false],
  ["one of several names", { keep: { metric: ["up", "shop_orders_total"] } }, true],
  ["none of several", { keep: { metric: ["up", "down"] } }, false],
  ["a label that is kept", { keep: { labels: { device: /sd[a-z]/ } } }, true],
  ["without regard to case", { keep: { labels: { device: /SD[A-Z]/i } } }, true],
  ["a label that is not there", { keep: { labels: { zone: "a" } } }, false],
  ["one that must not be there", { keep: { labels: { zone: "" } } }, true],
  ["name and label", { drop: { metric: /shop_.+/, labels: { device: "sda" } } }, false],
  ["name, and another label", { drop: { metric: /shop_.+/, labels: { device: "sdb" } } }, true],
  ["another name, and label", { drop: { metric: /go_.+/, labels: { device: "sda" } } }, true],
])("%s", (_, step, isStored) => {
  expect(stored(step, order)).toEqual(isStored ? order : undefined);
});

test("a value that has what stands between values is no other value", () => {
  const step: MetricRelabelling = { drop: { metric: /shop_.*/, labels: { path: "b" } } };
  expect(stored(step, { __name__: "shop_x", path: "a;b" })).toBeDefined();
  expect(stored(step, { __name__: "shop_x", path: "b" })).toBeUndefined();
});

test.each<[string, MetricRelabelling, object]>([
  ["a label less", { dropLabel: "device" }, { __name__: "shop_orders_total", path: "/orders/17" }],
  ["a label that is not there", { dropLabel: "zone" }, order],
  [
    "a value by a pattern",
    { replace: { label: "path", from: /\/orders\/[0-9]+/, to: "/orders/:id" } },
    { ...order, path: "/orders/:id" },
  ],
  [
    "what a group found, and a dollar sign",
    { replace: { label: "path", from: /\/(\w+)\/(\d+)/, to: "${2}_$1/$$" } },
    { ...order, path: "17_orders/$" },
  ],
  ["a value by itself", { replace: { label: "device", from: "sd.", to: "x" } }, order],
  [
    "a name",
    { replace: { metric: /shop_(.+)/, to: "store_$1" } },
    { ...order, __name__: "store_orders_total" },
  ],
  ["what a series lacks", { replace: { label: "zone", from: "", to: "none" } }, { ...order, zone: "none" }],
  [
    "a value by nothing",
    { replace: { label: "device", from: /sd./, to: "" } },
    { __name__: "shop_orders_total", path: "/orders/17" },
  ],
])("%s", (_, step, becomes) => {
  expect(stored(step, order)).toEqual(becomes);
});

test("steps follow each other", () => {
  const steps = metricSteps([
    { replace: { label: "path", from: /\/orders\/.+/, to: "/orders/:id" } },
    { drop: { labels: { path: "/orders/:id" } } },
  ]);
  expect(storedAfter(steps, order)).toBeUndefined();
  expect(storedBy(relabellingSection(steps), order)).toBeUndefined();
});

test("a reader is told what is stored", () => {
  const written: MetricRelabelling[] = [
    { keep: { metric: /shop_.+/ } },
    { drop: { metric: "shop_x", labels: { device: "sda" } } },
    { dropLabel: "pod" },
    { replace: { label: "path", from: /\/a.+/, to: "/a" } },
    { replace: { metric: "old", to: "new" } },
  ];
  expect(relabellingNotes(metricSteps(written))).toEqual([
    "Of its answer only that of which the name is like `shop_.+` is stored",
    "Of its answer that of which the name is `shop_x` and device is `sda` is not stored",
    "Stored without the label `pod`",
    "The label `path` is stored as `/a` where it is like `/a.+`",
    "The name is stored as `new` where it is like `old`",
  ]);
});

test("what one label must be to be stored", () => {
  const steps = metricSteps([
    { keep: { labels: { device: /sd./ } } },
    { drop: { metric: /go_.+/, labels: { device: "sdb" } } },
    { drop: { labels: { path: "/health" } } },
    { drop: { labels: { path: "/a", device: "sdc" } } },
  ]);
  expect(labelConditions(steps, ["shop_orders_total"])).toEqual([
    { name: "device", op: "=~", value: "sd." },
    { name: "path", op: "!=", value: "/health" },
  ]);
});

test("simulated targets answer nothing that would not be stored", () => {
  const disks = scrapeJob("shop-disks", {
    description: "The disks.",
    targets: ["localhost:9100"],
    metricRelabelling: [{ drop: { labels: { device: /.*sd.*/ } } }],
  });
  const io = metrics(disks, {
    disk_reads_total: counter({ help: "Reads.", unit: "reads", labels: { device: "*" } }),
    disk_full: gauge({ help: "1 when it is full.", unit: "bool", labels: { device: ["vda", "vdb"] } }),
  });
  const own = service("disks", {
    title: "Disks",
    description: "Disks.",
    owner: shop.owner,
    jobs: { disks },
    metrics: { io },
  });
  const { model } = resolve(definitionsWith({ services: [own] }));
  const devices = seriesOfModel(model)
    .filter(({ job, isMeasured }) => job === "shop-disks" && !isMeasured)
    .map(({ labels }) => labels["device"]);
  expect(devices).toEqual(["device-1", "device-2", "vda", "vdb"]);
});
