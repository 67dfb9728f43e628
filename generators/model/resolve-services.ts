import type { Service } from "../language/service.ts";
import type { LogModel, ServiceModel } from "./model.ts";
import { inOrder } from "../text/order.ts";

export function resolveService(service: Service): ServiceModel {
  const { name, title, description, owner, logFolder, foreignNames, place, allow } = service;
  return {
    name,
    title,
    description,
    owner,
    logFolder,
    ...(foreignNames !== undefined && { foreignNames }),
    place,
    allow,
  };
}

/** The log sources of a service. */
export function resolveLogs(service: Service): LogModel[] {
  return inOrder(service.logs).map(
    ({ id, description, files, format, multiline = false, dataset, tags = [], place, allow }) => ({
      id,
      service: service.name,
      description,
      files,
      format,
      multiline,
      dataset: dataset ?? `${service.name}.${id}`,
      tags,
      place,
      allow,
    }),
  );
}
