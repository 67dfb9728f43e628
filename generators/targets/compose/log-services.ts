import { storedLogs } from "../../model/log-shipping.ts";
import type { Model } from "../../model/model.ts";
import { neededContainer } from "../../model/running-containers.ts";
import { composeService } from "./compose-service.ts";
import { loginFolder, loginPassword } from "./filebeat-login.ts";
import { bash, readFile } from "./log-scripts.ts";
import { logFolders, type LogFolder } from "./host-folders.ts";
import type { SecretsOfStack } from "./secrets-of.ts";
import {
  dataFolder,
  elasticsearchUrl,
  filebeatFolder,
  logFolder,
  ownLogFolder,
  passwordVariable,
} from "../filebeat/container.ts";

export function filebeat(model: Model, secrets: SecretsOfStack): object {
  const { deploy } = model.platform;
  // The file belongs to whoever deploys and not to root, which Filebeat would refuse.
  const run = `filebeat -c ${filebeatFolder}/filebeat.yml --strict.perms=false`;
  // Neither the keystore, which would leave a copy of the password in a volume, nor .env, which is read by people.
  const stored = storedLogs(model) !== undefined;
  const password = stored
    ? [readFile(passwordVariable, loginPassword)]
    : secrets.filebeat.map(({ path }) => readFile(passwordVariable, path));
  return composeService(deploy, {
    container: "filebeat",
    ...(stored
      ? {
          dependsOn: { elasticsearch: "service_healthy", "filebeat-login": "service_completed_successfully" },
        }
      : { reachesHost: true }),
    secrets: secrets.filebeat,
    volumes: [
      `./filebeat:${filebeatFolder}:ro`,
      ...logFolders(model).map(logMount),
      `filebeat-data:${dataFolder}`,
      ...(stored ? [`filebeat-login:${loginFolder}:ro`] : []),
      `filebeat-logs:${ownLogFolder}`,
    ],
    entrypoint: bash,
    command: [[...password, `exec ${run}`].join("\n")],
    healthcheck: {
      // It has no program to ask with for sure, but can try its own way to the output. -e: not into the log files.
      test: ["CMD-SHELL", [...password, `${run} test output -e`].join("; ")],
      start_period: "2m",
    },
    // Without any capability but the one to read.
    user: "root",
    // Becomes host.name of every line; without it that would change with each update.
    hostname: deploy.name,
  });
}

/** A folder that is missing stops the start: docker would make an empty one, and nobody would notice. */
function logMount({ service, ...folder }: LogFolder): object {
  return {
    type: "bind",
    source: variable(folder),
    target: logFolder(service.name),
    read_only: true,
    bind: { create_host_path: false },
  };
}

function variable(folder: Pick<LogFolder, "variable" | "default">): string {
  if (folder.default === "") return `\${${folder.variable}:?set it to the folder that holds the logs}`;
  return `\${${folder.variable}:-${folder.default}}`;
}

export function elasticsearch(model: Model, secrets: SecretsOfStack): object {
  const { deploy } = model.platform;
  const { port } = neededContainer(deploy, "elasticsearch");
  return composeService(deploy, {
    container: "elasticsearch",
    secrets: secrets.elasticsearch,
    volumes: ["elasticsearch-data:/usr/share/elasticsearch/data"],
    environment: {
      "cluster.name": deploy.name,
      "discovery.type": "single-node",
      "http.port": String(port),
      // It would fetch a database of addresses, which nothing here asks.
      "ingest.geoip.downloader.enabled": "false",
      // Else the host would have to raise vm.max_map_count first; costs some speed of searches.
      "node.store.allow_mmap": "false",
      "xpack.security.enabled": "true",
      // Only containers of this network talk to it, and the host over loopback: no certificates to renew.
      "xpack.security.http.ssl.enabled": "false",
    },
    entrypoint: bash,
    // Not ELASTIC_PASSWORD_FILE: it refuses a file that others may read, and the secrets' owner is not its user.
    command: [
      [
        ...secrets.elasticsearch.map((password) => readFile("ELASTIC_PASSWORD", password.path)),
        "exec /bin/tini -- /usr/local/bin/docker-entrypoint.sh eswrapper",
      ].join("\n"),
    ],
    healthcheck: {
      // Without a login it answers 401, which shows that it is up and that security is on.
      test: ["CMD-SHELL", `curl -s http://127.0.0.1:${port} | grep -q 'missing authentication credentials'`],
      start_period: "3m",
    },
    stopGracePeriod: "1m",
  });
}

/** Where Kibana's token lies, in a volume that only Kibana and its maker see. */
const tokenFolder = "/kibana-token";
const tokenFile = `${tokenFolder}/token`;

/**
 * Runs once before Kibana, which refuses the superuser: makes a token for Kibana's own service account, unless the one
 * from last time still works. The token is never seen by a person, so nobody has to keep it.
 */
export function kibanaToken(model: Model, secrets: SecretsOfStack): object {
  const { deploy } = model.platform;
  const address = elasticsearchUrl(deploy);
  const user = storedLogs(model)?.user ?? "";
  const tokenUrl = `${address}/_security/service/elastic/kibana/credential/token/${deploy.name}`;
  const script = [
    ...secrets.elasticsearch.map((password) => readFile("password", password.path)),
    // curl reads the login from its input: its arguments can be seen by every process.
    `quoted="$(printf %s "$password" | sed 's/[\\\\"]/\\\\&/g')"`,
    `as_user() { printf 'user = "${user}:%s"' "$quoted" | curl -sS --config - "$@"; }`,
    `as_kibana() { printf 'header = "Authorization: Bearer %s"' "$(cat ${tokenFile})" | curl -sS --config - "$@"; }`,
    `if [ -s ${tokenFile} ] && as_kibana --fail -o /dev/null ${address}/_security/_authenticate; then exit 0; fi`,
    `as_user -o /dev/null -X DELETE ${tokenUrl}`,
    `answer="$(as_user --fail --retry 10 --retry-all-errors -X POST ${tokenUrl})"`,
    `printf %s "$answer" | sed 's/.*"value":"\\([^"]*\\)".*/\\1/' > ${tokenFile}`,
  ];
  return composeService(deploy, {
    container: "elasticsearch",
    name: "kibana-token",
    listens: false,
    dependsOn: { elasticsearch: "service_healthy" },
    secrets: secrets.elasticsearch,
    volumes: [`kibana-token:${tokenFolder}`],
    entrypoint: bash,
    command: [script.join("\n")],
    restart: "no",
    // A shell and curl, a few MiB each.
    memoryMiB: 64,
    // A new volume belongs to root. Without any capability that is all it can do.
    user: "root",
  });
}

/** What Kibana encrypts: sessions, what alerts and connectors hold, and reports. */
const encryptionKeys = [
  "xpack.security.encryptionKey",
  "xpack.encryptedSavedObjects.encryptionKey",
  "xpack.reporting.encryptionKey",
] as const;

export function kibana({ platform: { deploy } }: Model, secrets: SecretsOfStack): object {
  const { port } = neededContainer(deploy, "kibana");
  return composeService(deploy, {
    container: "kibana",
    dependsOn: { elasticsearch: "service_healthy", "kibana-token": "service_completed_successfully" },
    secrets: secrets.kibana,
    volumes: ["kibana-data:/usr/share/kibana/data", `kibana-token:${tokenFolder}:ro`],
    environment: {
      ELASTICSEARCH_HOSTS: elasticsearchUrl(deploy),
      SERVER_PORT: String(port),
      TELEMETRY_OPTIN: "false",
    },
    entrypoint: bash,
    // Its keystore, because what is in the environment becomes an argument, which every process can see.
    command: [
      [
        "rm -f config/kibana.keystore",
        "bin/kibana-keystore create",
        `bin/kibana-keystore add --stdin elasticsearch.serviceAccountToken < ${tokenFile}`,
        // Without them it makes new ones at each start: whoever is signed in is not any more, and what it encrypted is lost.
        ...secrets.kibana.flatMap(({ path }) =>
          encryptionKeys.map((key) => `bin/kibana-keystore add --stdin ${key} < ${path}`),
        ),
        "exec /bin/tini -- /usr/local/bin/kibana-docker",
      ].join("\n"),
    ],
    healthcheck: {
      test: ["CMD-SHELL", `curl -fsS -o /dev/null http://127.0.0.1:${port}/api/status`],
      start_period: "5m",
    },
  });
}
