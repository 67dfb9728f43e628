import { inhibition, type Severity } from "signalbox";
import { critical, high, info, low, medium, warning } from "./severities.ts";

// The ladder: of several alerts about one problem only the worst notifies. One problem is one component of one instance
// of a service, so that slow frames never inhibit a full disk.
const oneProblem = ["service", "component", "instance"];
// The alerts of SLOs are about a whole job and have no instance; they have a step of their own below.
const ofOneInstance = (severity: Severity | readonly Severity[]) => ({ severity, labels: { slo: "" } });

export const criticalInhibits = inhibition("critical-mutes-lower", {
  source: ofOneInstance(critical),
  target: ofOneInstance([high, medium, warning, low, info]),
  equal: oneProblem,
});
export const highInhibits = inhibition("high-mutes-lower", {
  source: ofOneInstance(high),
  target: ofOneInstance([medium, warning, low, info]),
  equal: oneProblem,
});
export const mediumInhibits = inhibition("medium-mutes-lower", {
  source: ofOneInstance(medium),
  target: ofOneInstance([warning, low, info]),
  equal: oneProblem,
});
export const warningInhibits = inhibition("warning-mutes-lower", {
  source: ofOneInstance(warning),
  target: ofOneInstance([low, info]),
  equal: oneProblem,
  allow: { "inhibitions-can-match": "a step of the ladder, for rules that come with this severity" },
});
export const lowInhibits = inhibition("low-mutes-lower", {
  source: ofOneInstance(low),
  target: ofOneInstance(info),
  equal: oneProblem,
});

// A budget that burns fast burns slowly as well, and whoever is paged needs no ticket.
export const sloPageInhibits = inhibition("slo-page-mutes-its-ticket", {
  source: { labels: { burn: "fast" } },
  target: { labels: { burn: "slow" } },
  equal: ["service", "slo"],
});
