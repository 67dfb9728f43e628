import { variable } from "../../generators/language/variable.ts";
import { app } from "../language/example-metrics.ts";

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
