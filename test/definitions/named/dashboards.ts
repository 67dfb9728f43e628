/** A dashboard by its title and the folder it is in. */
export const dashboards = [
  ["SpaceTime VR", "HTTP API Overview"],
  ["SpaceTime VR", "SpaceTime VR Production Monitoring"],
] as const;

/** What the seven dashboards of the gateway are about: a word of their titles. */
export const gatewayzDashboards = [
  "Latency",
  "Error",
  "Provider",
  "Model",
  "Cache",
  "Database",
  "System",
] as const;
