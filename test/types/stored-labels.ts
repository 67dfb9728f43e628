// Labels that a metric and its job both say. Each line under a `@ts-expect-error` is a mistake that must not compile.
import { counter, metrics, scrapeJob } from "signalbox";
import { expectSame, type Same } from "./same.ts";
import type { LabelsIn } from "../../generators/language/label.ts";

expectSame<
  Same<
    LabelsIn<
      { readonly job: readonly ["shop"]; readonly service: readonly ["shop"] },
      { readonly service: "*"; readonly method: readonly ["GET", "PUT"] }
    >,
    { job: "shop"; service: "shop"; exported_service: string; method: "GET" | "PUT" }
  >
>();

const job = scrapeJob("shop", { description: "A shop.", targets: ["a:1"], labels: { service: "shop" } });
const { calls_total: calls } = metrics(job, {
  calls_total: counter({ help: "Calls of others.", labels: { service: ["bank", "post"] } }),
});

// @ts-expect-error the service is the one that was scraped, not the one that was called
calls.where({ service: "bank" });
// @ts-expect-error a value outside of the declared set
calls.where({ exported_service: "shop" });

// What is right compiles.
calls.where({ exported_service: "bank", service: "shop" }).rate("5m").sumBy("exported_service");
