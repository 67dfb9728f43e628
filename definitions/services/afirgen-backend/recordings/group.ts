import { ruleGroup } from "signalbox";

// As often as the alerts that rest on them are evaluated. The names of the recordings begin with afirgen_: they have no label
// `job`, and another service on the same port has the same `instance`.
export const group = ruleGroup("afirgen_recordings", { every: "30s" });
