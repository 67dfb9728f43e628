import { ruleGroup } from "signalbox";

// Twice a minute: the shortest `for` is a minute, so two looks confirm each other.
export const group = ruleGroup("afirgen_alerts", { every: "30s" });
