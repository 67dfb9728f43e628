import type { JobModel } from "../jobs/index.ts";
import type { DeclaredPart } from "./model.ts";
import type { PlatformModel } from "./routing-model.ts";
import { containerNames } from "./running-containers.ts";
import { secretsIn } from "./secrets-in.ts";

/** What is declared and could be left out; containers, mail and logs stand where their owner does. */
export function declaredParts(platform: PlatformModel, jobs: readonly JobModel[]): DeclaredPart[] {
  const { deploy, mail, logs, place } = platform;
  return [
    ...containerNames.flatMap((name): DeclaredPart[] => {
      const container = deploy.containers[name];
      return container
        ? [{ kind: "container", name, place: deploy.place, allow: container.allow ?? {} }]
        : [];
    }),
    ...(mail ? [{ kind: "mail", place, allow: mail.allow ?? {} } as const] : []),
    ...(logs ? [{ kind: "logs", place, allow: logs.allow ?? {} } as const] : []),
    ...secretsIn([platform, jobs]).map(
      (secret) =>
        ({ kind: "secret", name: secret.name, place: secret.place, allow: secret.allow ?? {} }) as const,
    ),
  ];
}
