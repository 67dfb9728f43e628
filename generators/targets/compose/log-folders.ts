import type { Model, ServiceModel } from "../../model/model.ts";

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
