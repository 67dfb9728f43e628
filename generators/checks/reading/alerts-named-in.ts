import { groupBy } from "../../group-by.ts";
import { spelt, suggestion } from "../../text/suggestion.ts";
import { wordsOfCamelCase } from "../../text/camel-case.ts";

/** Says of a text which alerts it names that are none; each with what may be meant, in words for a message. */
export type LostAlerts = (text: string) => { readonly name: string; readonly hint: string }[];

/**
 * Finds alerts that do not exist. A name in CamelCase alone may be a class or a product, so something else must speak for an alert:
 *
 * - that an alert is nearly called so: `ShopDwon`;
 * - a word beside it: `the alert ShopGone`, `until ShopGone fires`;
 * - `see ShopOrdersGone`, where several alerts begin with the same word.
 *
 * @param alerts the names of all alerts
 * @param others names in CamelCase that are something else here, such as titles
 */
export function lostAlerts(alerts: readonly string[], others: readonly string[]): LostAlerts {
  const known = new Set([...alerts, ...others.flatMap((text) => text.split(/[^\w]+/)), ...products]);
  const byFirstWord = groupBy(alerts, firstWord);
  const isLikeOthers = (name: string) =>
    wordsOfCamelCase(name).length > 2 && (byFirstWord.get(firstWord(name))?.length ?? 0) > 1;
  const names = alerts.map(spelt);
  const hints = new Map<string, string>();
  const hintOf = (name: string): string => {
    const hint = hints.get(name) ?? suggestion(name, names);
    hints.set(name, hint);
    return hint;
  };
  return (text) =>
    namesIn(text).flatMap(({ name, before, after }) => {
      if (known.has(name)) return [];
      const hint = hintOf(name);
      const isMeant =
        hint !== "" ||
        calledAlert.test(before) ||
        firing.test(after) ||
        (seen.test(before) && isLikeOthers(name));
      return isMeant ? [{ name, hint }] : [];
    });
}

const calledAlert = /\balerts? ["'`“]?$/i;
const seen = /\b(?:see(?: also)?|compare with|silence) ["'`“]?$/i;
const firing =
  /^["'`”]? (?:(?:will|would|may|does not|also) )?(?:alerts?|rings?|fires?|rang|fired|is (?:ringing|firing|pending|silent))\b/;

interface Named {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Names of several words, but for parts of paths, of code and of labels. */
function namesIn(text: string): Named[] {
  return [...text.matchAll(/(?<![\w./$:-])[A-Z][A-Za-z0-9]*(?![\w(/-]|\.\w|::)/g)].flatMap((found) => {
    const [name] = found;
    if (wordsOfCamelCase(name).length < 2 || !/[a-z]/.test(name)) return [];
    const end = found.index + name.length;
    return {
      name,
      before: text.slice(Math.max(0, found.index - 30), found.index),
      after: text.slice(end, end + 30),
    };
  });
}

function firstWord(name: string): string {
  return wordsOfCamelCase(name)[0] ?? "";
}

/** Programs that could fire, fire, or be nearly called as an alert is. */
const products = (
  "PagerDuty OpsGenie GitHub GitLab PostgreSQL MySQL MariaDB MongoDB RabbitMQ InfluxDB DynamoDB CouchDB CockroachDB ClickHouse " +
  "VictoriaMetrics OpenTelemetry CloudWatch CloudFront BigQuery JavaScript TypeScript NodeJS FastAPI GraphQL OpenAPI OpenSSL " +
  "OpenShift OpenSearch ElasticSearch LogStash PowerShell WebSocket WebSockets DevOps LinkedIn YouTube WhatsApp JetStream " +
  "DataDog NewRelic SonarQube AlertManager PromQL LogQL MinIO HAProxy PgBouncer ZooKeeper TimescaleDB"
).split(" ");
