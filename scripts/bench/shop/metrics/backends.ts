import { counter, gauge, metrics } from "signalbox";
import { shop } from "../scrape.ts";

// Which suppliers and warehouses there are is configured in the shop, and changes without a deployment.
const ofSupplier = { supplier: "*" } as const;
const ofWarehouse = { warehouse: "*" } as const;

export const suppliers = metrics(shop, {
  shop_supplier_requests_total: counter({
    help: "Requests that a supplier was asked to answer.",
    unit: "requests",
    labels: ofSupplier,
  }),
  shop_supplier_errors_total: counter({
    help: "Requests that a supplier failed to answer.",
    unit: "requests",
    labels: ofSupplier,
  }),
  shop_supplier_error_rate: gauge({
    help: "Share of a supplier's requests that failed.",
    unit: "ratio",
    labels: ofSupplier,
    computed: "ratio",
  }),
  shop_supplier_latency_avg_seconds: gauge({
    help: "Mean time that a supplier takes.",
    unit: "seconds",
    labels: ofSupplier,
    computed: "mean",
  }),
  shop_supplier_latency_min_seconds: gauge({
    help: "The fastest answer of a supplier.",
    unit: "seconds",
    labels: ofSupplier,
    computed: "min",
  }),
  shop_supplier_latency_max_seconds: gauge({
    help: "The slowest answer of a supplier.",
    unit: "seconds",
    labels: ofSupplier,
    computed: "max",
  }),
});

export const warehouses = metrics(shop, {
  shop_warehouse_requests_total: counter({
    help: "Requests that a warehouse was asked to answer.",
    unit: "requests",
    labels: ofWarehouse,
  }),
  shop_warehouse_errors_total: counter({
    help: "Requests that a warehouse failed to answer.",
    unit: "requests",
    labels: ofWarehouse,
  }),
  shop_warehouse_error_rate: gauge({
    help: "Share of a warehouse's requests that failed.",
    unit: "ratio",
    labels: ofWarehouse,
    computed: "ratio",
  }),
  shop_warehouse_latency_avg_seconds: gauge({
    help: "Mean time that a warehouse takes.",
    unit: "seconds",
    labels: ofWarehouse,
    computed: "mean",
  }),
});

// Which service was called. Prometheus stores it as `exported_service`: the target has a label `service` of its own.
const ofService = { service: "*" } as const;

export const externalApis = metrics(shop, {
  shop_external_api_calls_total: counter({
    help: "Calls of services besides the suppliers, such as payments.",
    unit: "calls",
    labels: ofService,
  }),
  shop_external_api_errors_total: counter({
    help: "Calls of these services that failed.",
    unit: "calls",
    labels: ofService,
  }),
});
