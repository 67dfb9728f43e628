// What the editor shows of a name: what an author needs to know, and not what it is made of.
import { expect, test } from "vitest";
import { fromRoot } from "./compile.ts";
import { hovers } from "./hover.ts";

const text = `
import { alert, counter, gauge, histogram, holds, jsonEndpoint, metrics, probe, probeModule, recording, scrapeJob, severity } from ${fromRoot("generators/language/index.ts")};
const /*?*/shop = scrapeJob("shop", { description: "The shop.", targets: ["localhost:9100"] });
const /*?*/till = jsonEndpoint("till", { description: "A till.", targets: ["http://localhost:1"], sample: { state: "open", queue: { length: 3 } } });
export const /*?*/site = probe("site", { description: "The site.", module: probeModule("http", { description: "It answers.", timeout: "5s" }), targets: ["https://shop.example"] });
export const /*?*/ofShop = metrics(shop, {
  shop_orders_total: counter({ help: "Orders.", labels: { result: ["sold", "failed"] } }),
  shop_fps: gauge({ help: "Frames.", unit: "fps" }),
  shop_seconds: histogram({ help: "Answer.", unit: "seconds", buckets: [0.1, 0.5] }),
});
export const /*?*/ofTill = metrics(till, { till_queue: gauge({ help: "Queue.", unit: "items" }) });
export const { /*?*/till_queue } = ofTill;
export const /*?*/rate = ofShop./*?*/shop_orders_total.rate("5m");
export const /*?*/slow = ofShop./*?*/shop_seconds.quantile(0.95, "5m").gt(0);
export const /*?*/fps = recording("job:shop_fps:avg", ofShop.shop_fps.avgBy("job"), { help: "Frames.", example: { given: [holds(ofShop.shop_fps, 60)], expect: 60 } });
const page = severity("page", { rank: 1, response: "now", color: "red" });
export const /*?*/Slow = alert({ severity: page, component: "shop", expr: fps.lt(45), for: "5m", summary: "Slow", description: "Slow.", impact: "None.", actions: ["Look."], scenario: holds(fps, { ok: 60, firing: 44 }) });
export const upOfShop = shop./*?*/up;
`;

const inOneLine = (shown: string) => shown.replaceAll(/\s+/g, " ");

const ofShop =
  '{ readonly shop_orders_total: UnnamedCounter<{ readonly result: readonly ["sold", "failed"]; }, "count">; readonly shop_fps: UnnamedGauge<{}, "fps">; readonly shop_seconds: UnnamedHistogram<{}, "seconds", readonly [0.1, 0.5]>; }';
const orders = '{ job: "shop"; instance: string; result: "failed" | "sold"; }';
const ofJob = '{ instance: string; job: "shop"; }';

test("the editor shows labels and units, and neither a sample of JSON nor how a type is made", async () => {
  const shown = await hovers(text);
  const jobs = shown.slice(0, 3);
  expect(jobs.filter((one) => /\n(?!```)/.test(one.trim()))).toEqual([]);
  expect(shown.map(inOneLine)).toEqual([
    'const shop: ScrapeJob<JobLabels<"shop", {}>> & ScrapeMetrics<JobLabels<"shop", {}>>',
    'const till: JsonEndpoint<JobLabels<"till", {}>, ["queue.length", 3] | ["state", "open"]> & ScrapeMetrics<JobLabels<"till", {}>>',
    'const site: ProbeJob<JobLabels<"site", {}>> & ScrapeMetrics<JobLabels<"site", {}>> & ProbeMetrics<JobLabels<"site", {}>>',
    `const ofShop: HandlesOf<JobLabels<"shop", {}>, ${ofShop}, "job">`,
    'const ofTill: HandlesOf<JobLabels<"till", {}>, { readonly till_queue: UnnamedGauge<{}, "items">; }, "job">',
    'const till_queue: Gauge<{ instance: string; job: "till"; }, "items", "job">',
    `const rate: Vector<${orders}, "count/s">`,
    `(property) shop_orders_total: Counter<${orders}, "count", "job">`,
    'const slow: Condition<{}, "seconds">',
    `(property) shop_seconds: Histogram<${ofJob}, "seconds", "+Inf" | "0.1" | "0.5", "job">`,
    'const fps: Gauge<{ job: "shop"; }, "fps", never>',
    "const Slow: AlertDefinition",
    `(property) up: Gauge<${ofJob}, "bool", "job">`,
  ]);
});
