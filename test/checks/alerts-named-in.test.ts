import { expect, test } from "vitest";
import { lostAlerts } from "../../generators/checks/reading/alerts-named-in.ts";

const alerts = ["ShopDown", "ShopOrdersFew", "ShopQueueLong", "HostDiskFull", "Watchdog"];
const lost = lostAlerts(alerts, ["ShopTime front desk", "TillWorks team"]);
const names = (text: string) => lost(text).map(({ name, hint }) => `${name}${hint}`);

test.each([
  ["See ShopOrderFew.", "ShopOrderFew (did you mean 'ShopOrdersFew'?)"],
  ["ShopDwon comes first.", "ShopDwon (did you mean 'ShopDown'?)"],
  ["It is not the alert StockEmpty.", "StockEmpty"],
  ["It is not the alert `StockEmpty`.", "StockEmpty"],
  ["StockEmpty fires before.", "StockEmpty"],
  ["Wait until StockEmpty is firing.", "StockEmpty"],
  ["Its pace says when StockEmpty will fire.", "StockEmpty"],
  ["The StockEmpty alert says more.", "StockEmpty"],
  ["The shop: see ShopPaymentsFailing.", "ShopPaymentsFailing"],
  ["HTTPAPIDown fires too.", "HTTPAPIDown"],
])("%s", (text, found) => {
  expect(names(text)).toEqual([found]);
});

test.each([
  "ShopDown fires, see ShopOrdersFew and the alert HostDiskFull.",
  "PagerDuty alerts, GitHub fires, see PostgreSQL and JavaScript.",
  "The class OrderService throws; see OrderService in the code.",
  "Read logs/ShopServer.log and ShopServer.start().",
  "see ShopServer",
  "ShopTime alerts its keepers, TillWorks fires the bell.",
  "See Kubernetes, FPS and RFC 2606.",
  "{{ $labels.ShopAlerts }} fires",
  "A MemoryError and an IOError.",
  "ShopOrdersFew-like patterns",
])("%s: nothing", (text) => {
  expect(names(text)).toEqual([]);
});
