import { row } from "../../generators/language/dashboard.ts";
import { timeSeries } from "../../generators/language/panel.ts";
import { variable } from "../../generators/language/variable.ts";
import { app, errorRate5m } from "../language/example-metrics.ts";

const words = { title: "Status", of: app.http_requests_total, label: "status" } as const;
variable("status", words);
variable("status", { ...words, multiple: false, all: "what is offered", first: "500", order: "falling" });
variable("status", { ...words, all: false, matching: /^5(..)/, hidden: true, narrows: false });
// @ts-expect-error a label that the metric does not have
variable("status", { ...words, label: "nothing" });
// @ts-expect-error what All stands for is one of three
variable("status", { ...words, all: ".*" });
// @ts-expect-error nor is it enough that there is one
variable("status", { ...words, all: true });
// @ts-expect-error a pattern, and no text that looks like one
variable("status", { ...words, matching: "/^5(..)/" });
// @ts-expect-error one value: several at first would be All
variable("status", { ...words, first: ["500", "503"] });

const status = variable("status", words);
const panel = { title: "Errors of $status", description: "Failed requests.", queries: [errorRate5m] };
timeSeries({ ...panel, repeat: { for: status, direction: "down" } });
row("Status $status", [timeSeries({ ...panel, repeat: { for: status, perRow: 2 } })], { repeatFor: status });
// @ts-expect-error the variable, and not its name
timeSeries({ ...panel, repeat: { for: "status" } });
// @ts-expect-error 24 columns are not shared by five
timeSeries({ ...panel, repeat: { for: status, perRow: 5 } });
// @ts-expect-error nor has a row a direction
row("Status", [], { repeatFor: { for: status, direction: "down" } });
