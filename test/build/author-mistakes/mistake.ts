// What authors get wrong, with the whole of what the build then says. Each mistake stands in a file of its own, below `preamble`.

/** A mistake: the line with it is the first, or the one that ends in `// here`. */
export interface Mistake {
  readonly code: string;
  readonly says: string;
  readonly fix: string;
}

export const preamble = `import { alert, allOf, annotation, asLabel, compose, counter, dashboard, days, email, everyJob, failing, gauge, grows, histogram, holds, jsonEndpoint, jsonFields, logSource, metrics, mib, minutes, ms, number, percent, quantile, query, ratioOf, receiver, recording, restarts, route, row, runs, scrapeJob, seconds, secretFile, severity, share, slack, stat, time, timeIn, timeInterval, timeLeft, timeSeries, vector } from "signalbox";
const shop = scrapeJob("shop", { description: "The shop.", targets: ["localhost:9100"] });
const m = metrics(shop, {
  shop_orders_total: counter({ help: "Orders.", labels: { result: ["sold", "failed"] } }),
  shop_failures_total: counter({ help: "Failures.", unit: "failures" }),
  shop_memory_bytes: gauge({ help: "Memory.", unit: "bytes", labels: { type: ["heap", "cache"] } }),
  shop_fps: gauge({ help: "Frames.", unit: "fps" }),
  shop_load: gauge({ help: "Load.", unit: "ratio" }),
  shop_queue: gauge({ help: "Queue.", unit: "tickets" }),
  shop_expiry: gauge({ help: "Expiry.", unit: "timestamp" }),
  shop_wait: gauge({ help: "Wait.", unit: "milliseconds" }),
  shop_seconds: histogram({ help: "Answer.", unit: "seconds", buckets: [0.1, 0.5, 1] }),
});
const failed = m.shop_orders_total.where({ result: "failed" });
const page = severity("page", { rank: 1, response: "now", color: "red" });
const about = { severity: page, component: "orders", for: "5m", summary: "Slow", description: "Slow.", impact: "None.", actions: ["Look."] } as const;
const till = jsonEndpoint("till", { description: "A till.", targets: ["http://localhost:1"], sample: { price: "12.5" } });
const { till_price } = metrics(till, { till_price: gauge({ help: "Price.", unit: "euros" }) });
const played = holds(m.shop_fps, { ok: 60, firing: 44 });
const team = receiver("team", { description: "The team.", notifiers: [] });
const panel = stat({ title: "Frames", description: "Frames per second.", queries: [m.shop_fps] });
export const all = [about, alert, allOf, annotation, asLabel, compose, counter, dashboard, days, email, everyJob, failed, failing, gauge, grows, histogram, holds, jsonEndpoint, jsonFields, logSource, m, metrics, mib, minutes, ms, panel, percent, played, query, ratioOf, receiver, recording, restarts, route, row, runs, scrapeJob, seconds, secretFile, severity, share, slack, stat, team, till, till_price, time, timeIn, timeInterval, timeLeft, timeSeries, vector];
`;
