import type { Model, ServiceModel } from "../../model/model.ts";

/** Where Prometheus finds the targets of each job: the folder that the build makes, or one that the deployment keeps instead. */
export const targetsFolder = {
  variable: "TARGETS_FOLDER",
  default: "./prometheus/targets",
  /** What the deploy guide calls the deployment's own folder; git and the build leave it alone. */
  own: "./targets",
  inContainer: "/etc/prometheus/targets",
} as const;

export interface LogFolder {
  readonly service: ServiceModel;
  /** The variable of compose that says where it is on the host. */
  readonly variable: string;
  /** Empty: there is none, and the variable must be set. */
  readonly default: string;
}

/** The folders of the host that services with log sources write into. */
export function logFolders({ services, logs }: Model): LogFolder[] {
  const withLogs = new Set(logs.map(({ service }) => service));
  return services.flatMap((service) =>
    service.logFolder && withLogs.has(service.name) ? [{ service, ...service.logFolder }] : [],
  );
}
