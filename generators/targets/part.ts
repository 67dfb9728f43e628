/** What of out/ may be built alone: each file belongs to one. */
export const parts = [
  "rules",
  "routing",
  "dashboards",
  "tests",
  "docs",
  "pictures",
  "contracts",
  "stack",
] as const;

export type Part = (typeof parts)[number];

/** What each part is, for whoever chooses. */
export const partNames: Readonly<Record<Part, string>> = {
  rules: "the rules that Prometheus evaluates",
  routing: "the configuration of Alertmanager",
  dashboards: "the dashboards of Grafana",
  tests: "the tests of the rules",
  docs: "the guides and cards",
  pictures: "the pictures on the cards",
  contracts: "what services are compared with",
  stack: "all else that is deployed",
};
