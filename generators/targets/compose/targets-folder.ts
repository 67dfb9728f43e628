/** Where Prometheus finds the targets of each job: the folder that the build makes, or one that the deployment keeps instead. */
export const targetsFolder = {
  variable: "TARGETS_FOLDER",
  default: "./prometheus/targets",
  /** What the deploy guide calls the deployment's own folder; git and the build leave it alone. */
  own: "./targets",
  inContainer: "/etc/prometheus/targets",
} as const;
