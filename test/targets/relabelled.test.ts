import { expect, test } from "vitest";
import { relabelled } from "../../generators/targets/prometheus/relabelled.ts";

const found = { __address__: "192.0.2.1:80", __meta_dns_name: "till." };

test.each<[string, object[], object]>([
  ["a label of its own", [{ target_label: "service", replacement: "shop" }], { service: "shop" }],
  ["an amount", [{ target_label: "price", replacement: "1$$ ${1}" }], { price: "1$ " }],
  [
    "what was found",
    [{ source_labels: ["__meta_dns_name"], regex: "(.+)\\.", target_label: "name", replacement: "${1}!" }],
    { name: "till!" },
  ],
  [
    "several labels as one",
    [{ source_labels: ["__meta_dns_name", "none", "__address__"], target_label: "all" }],
    { all: "till.;;192.0.2.1:80" },
  ],
  [
    "in turn",
    [
      { source_labels: ["__address__"], target_label: "__param_target" },
      { target_label: "__address__", replacement: "exporter:1" },
    ],
    { __param_target: "192.0.2.1:80", __address__: "exporter:1" },
  ],
])("%s", (_what, steps, changes) => {
  expect(relabelled(steps, found)).toEqual({ ...found, ...changes });
});

test("a pattern is for the whole text, and a step that it does not fit does nothing", () => {
  const step = { source_labels: ["__meta_dns_name"], regex: "till", target_label: "name" };
  expect(relabelled([step], found)).toEqual(found);
});

test("a label that becomes empty is gone", () => {
  const step = { target_label: "__address__", replacement: "" };
  expect(relabelled([step], found)).toEqual({ __meta_dns_name: "till." });
});

test("what does not replace is left alone", () => {
  expect(relabelled([{ action: "lowercase", target_label: "x" }, { action: "drop" }], found)).toEqual(found);
});
