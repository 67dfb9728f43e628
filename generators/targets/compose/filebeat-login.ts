import { storedLogs } from "../../model/log-shipping.ts";
import type { Model } from "../../model/model.ts";
import { elasticsearchUrl } from "../filebeat/container.ts";
import { writerRole } from "../filebeat/writer-role.ts";
import { composeService } from "./compose-service.ts";
import { bash, readFile } from "./log-scripts.ts";
import type { SecretsOfStack } from "./secrets-of.ts";

/** Where Filebeat's password lies, in a volume that only Filebeat and its maker see. */
export const loginFolder = "/filebeat-login";
export const loginPassword = `${loginFolder}/password`;

/**
 * Runs once before Filebeat: makes its role and its user, so that the program that reads what others write is no superuser. Nobody
 * ever needs to know the password. All of it can be done again, and is at each start: the role is the one of this version.
 */
export function filebeatLogin(model: Model, secrets: SecretsOfStack): object {
  const { deploy } = model.platform;
  const logs = storedLogs(model);
  const { name, body } = writerRole({ indexPrefix: logs?.indexPrefix ?? "" });
  const security = `${elasticsearchUrl(deploy)}/_security`;
  const script = [
    ...secrets.elasticsearch.map(({ path }) => readFile("password", path)),
    // By rename, so that a start that is interrupted leaves no half of a password.
    `if [ ! -s ${loginPassword} ]; then head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \\n' > ${loginPassword}.new; mv ${loginPassword}.new ${loginPassword}; fi`,
    `quote() { sed 's/[\\\\"]/\\\\&/g'; }`,
    // curl reads the login and the new password from its input: its arguments can be seen by every process.
    `settings() { printf 'user = "${logs?.user ?? ""}:%s"\\nheader = "Content-Type: application/json"\\n' "$(printf %s "$password" | quote)"; printf 'data = "%s"\\n' "$(printf %s "$1" | quote)"; }`,
    `put() { settings "$2" | curl -sS --fail --retry 10 --retry-all-errors -o /dev/null --config - -X PUT "${security}/$1"; }`,
    `put role/${name} '${JSON.stringify(body)}'`,
    `put user/${name} "$(printf '{"password":"%s","roles":["${name}"]}' "$(cat ${loginPassword})")"`,
  ];
  return composeService(deploy, {
    container: "elasticsearch",
    name: "filebeat-login",
    listens: false,
    dependsOn: { elasticsearch: "service_healthy" },
    secrets: secrets.elasticsearch,
    volumes: [`filebeat-login:${loginFolder}`],
    entrypoint: bash,
    command: [script.join("\n")],
    restart: "no",
    // A shell and curl, a few MiB each.
    memoryMiB: 64,
    // A new volume belongs to root. Without any capability that is all it can do.
    user: "root",
  });
}
