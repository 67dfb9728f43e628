import type { Compose } from "../../language/compose.ts";
import type { SecretFile } from "../../language/secret.ts";

/** What Grafana encrypts in its database. */
export function grafanaKey(deploy: Compose): SecretFile {
  return key(
    "grafana_secret_key",
    "Key with which Grafana encrypts what it stores; make one with openssl rand -hex 32, and keep it.",
    deploy,
  );
}

/** What Kibana encrypts in Elasticsearch, and in the cookies of whoever is signed in. It refuses fewer than 32 characters. */
export function kibanaKey(deploy: Compose): SecretFile {
  return key(
    "kibana_encryption_key",
    "Key with which Kibana encrypts what it stores, at least 32 characters; make one with openssl rand -hex 32, and keep it.",
    deploy,
  );
}

/** A secret that each deployment makes for itself: nobody else knows it, so no definition has to name it. */
function key(name: string, purpose: string, { place }: Compose): SecretFile {
  return { kind: "secret file", name, purpose, path: `/run/secrets/${name}`, place };
}
