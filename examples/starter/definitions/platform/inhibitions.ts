import { inhibition, type Severity } from "signalbox";
import { critical, high, info, low, medium } from "./severities.ts";

// The ladder: of several alerts about one problem only the worst notifies. One problem is one component of one instance
// of a service, so that slow answers never hide a full disk.
const oneProblem = ["service", "component", "instance"];
// The alerts of SLOs are about a whole job and have no instance; they have a step of their own below.
const ofOneInstance = (severity: Severity | readonly Severity[]) => ({ severity, labels: { slo: "" } });

export const criticalInhibits = inhibition("critical-inhibits-lower", {
  source: ofOneInstance(critical),
  target: ofOneInstance([high, medium, low, info]),
  equal: oneProblem,
  allow: { "inhibitions-can-match": "for the first critical alert" },
});
export const highInhibits = inhibition("high-inhibits-lower", {
  source: ofOneInstance(high),
  target: ofOneInstance([medium, low, info]),
  equal: oneProblem,
});
export const mediumInhibits = inhibition("medium-inhibits-lower", {
  source: ofOneInstance(medium),
  target: ofOneInstance([low, info]),
  equal: oneProblem,
});

// A budget that burns fast burns slowly as well, and whoever is paged needs no ticket.
export const sloPageInhibits = inhibition("slo-page-inhibits-its-ticket", {
  source: { labels: { burn: "fast" } },
  target: { labels: { burn: "slow" } },
  equal: ["service", "slo"],
  allow: { "inhibitions-can-match": "for the first SLO" },
});
