import { question, runbook } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { api } from "../metrics/api.ts";
import { models } from "../metrics/model-servers.ts";
import { system } from "../metrics/system.ts";
import { poolUtilisation, tableP95 } from "../recordings/database.ts";
import { modelP95 } from "../recordings/model-servers.ts";
import { errorRatio, requestRate } from "../recordings/requests.ts";

const { api_requests_total: requests, api_request_duration_seconds: latency } = api;

/** Today as a multiple of the same hour of yesterday. */
const trafficOfYesterday = requestRate.div(requestRate.offset("1d"));

export const ErrorsRiseWhileLatencyFalls = runbook({
  title: "Errors rise while latency falls",
  pattern:
    "Failed requests goes up, and Request latency goes down at the same minute. It looks like an improvement on the latency panel alone, and is none: requests fail before they begin to do their work, and a refusal is quick.",
  questions: [
    question(requests.where({ status: /5../ }).rate("5m").sumBy("instance", "endpoint", "status"), {
      asks: "Which endpoints fail, and with which status?",
      means:
        "500 at all endpoints: something that each of them needs first, such as the configuration or the sign-in. 502 or 504 come from a proxy, which does not reach the backend. 503 is the backend refusing on purpose. A single endpoint: its own code, most likely of the last deployment.",
    }),
    question(latency.quantile(0.5, "5m", "instance", "endpoint"), {
      asks: "Did the median fall at the endpoints that fail?",
      means:
        "It did, to a few milliseconds: this pattern. It rose instead: requests fail because they wait too long, which is a time limit; go on with Pool exhausted at normal load or Model server slow.",
    }),
    question(requests.resets("15m").sumBy("instance"), {
      asks: "Was it restarted in the last 15 minutes?",
      means:
        "Above 0 and the errors began there: the deployment, or the configuration that the new process has read. 0: something that the process depends on has changed under it.",
    }),
    question(poolUtilisation, {
      asks: "Do requests still reach the database?",
      means:
        "Far below its usual level: they fail before they ask for a connection. Near 100 %: they fail for want of one, and that is another pattern.",
    }),
  ],
  causes: [
    "A deployment that lacks a variable, a secret or a migration of the database: everything that needs it raises at once.",
    "A password or a token that was changed or has expired: the database or a model server refuses at the door.",
    "A time limit that somebody lowered: requests are cut off before they are done.",
    "A limit of requests in a proxy, which answers in the place of the backend.",
  ],
  actions: [
    "A restart at the beginning? Take the deployment back now, and look for the reason on what it left in the log.",
    "No restart: read the first exception in the backend's log after the errors began. The later ones repeat it.",
    "Refused by the database or a model server: ask it with the credentials of the backend, from the backend's machine.",
    "When the errors are gone, latency is to rise to where it was. If it does not, some endpoint still refuses.",
  ],
  alerts: [alerts.AfirgenSevereErrorRate, alerts.AfirgenHighErrorRate],
});

export const LatencyRisesAtSteadyTraffic = runbook({
  title: "Latency rises at steady traffic",
  pattern:
    "Request latency climbs while Requests by endpoint stays where it was, and hardly anything fails. People say that it is slow; nobody says that it is broken.",
  questions: [
    question(trafficOfYesterday, {
      asks: "Is the traffic really steady?",
      means:
        "Near 1: as at this hour of yesterday, so it is not the load. 1.5 and more: it is, and slowness is what load looks like first; see Requests by endpoint for what is asked.",
    }),
    question(tableP95, {
      asks: "Is the database slower?",
      means:
        "One table above its usual level: a query without an index, or a lock on that table. All of them: the database's machine. None: look further.",
    }),
    question(modelP95, {
      asks: "Is a model server slower?",
      means: "As much slower as the requests are: go on with Model server slow.",
    }),
    question(system.system_cpu_percent, {
      asks: "Does the backend itself work harder?",
      means:
        "Above 85 % with the same traffic: a loop, or a deployment that does more for each request. Low: it waits for somebody, so one of the questions before has the answer.",
    }),
  ],
  causes: [
    "A table that has grown past what fits into the database's memory, or a query plan that changed over night.",
    "A model server that shares its card or its processors with something new.",
    "A cache that answers less than before, so that the database is asked for the rest.",
    "A deployment that asks the database once for each row of a list.",
  ],
  actions: [
    "Name the endpoint first: Slowest endpoints. One endpoint is a query or a model, all of them are a machine.",
    "Compare its beginning with the blue lines: at a restart, take the deployment back and measure again.",
    "Not a deployment: follow the questions above to the dependency, and work there. More backends only bring it more requests.",
  ],
  alerts: [alerts.AfirgenLatencyVeryHigh, alerts.AfirgenLatencyHigh, alerts.AfirgenDbQueriesSlow],
});

export const RequestsHangWithoutErrors = runbook({
  title: "Requests hang without errors",
  pattern:
    "Requests in progress rises in steps and never falls, Requests by status sinks, and nothing is reported as failed: an answer that never comes has no status, and no latency either. The dashboards look calm, because what hangs is not counted before it ends.",
  questions: [
    question(api.api_requests_in_progress.sumBy("instance", "endpoint", "method").topk(5), {
      asks: "Where do they wait?",
      means:
        "One endpoint: what it waits for has no time limit. All endpoints: the process itself stands still, for a lock, or because it does slow work where it should only hand it on.",
    }),
    question(requestRate, {
      asks: "Are others still answered?",
      means:
        "Yes, as many as ever: the free workers serve them, until the last one hangs. Near 0: none is left.",
    }),
    question(errorRatio, {
      asks: "Does anything fail?",
      means:
        "Nothing: this pattern. Some do, and after always the same time: a time limit somewhere ends them, and its place is the place to look at.",
    }),
    question(poolUtilisation, {
      asks: "Do they hold connections of the database?",
      means:
        "The use rises with the number in progress: they wait for the database, or for a lock in it. It does not: they wait for a model server, a file or each other.",
    }),
  ],
  causes: [
    "A call to a model server or another program without a time limit.",
    "Two transactions that wait for each other's rows, or one that was never ended.",
    "Slow work in an asynchronous function: while it runs, this process answers nobody.",
    "A disk or a network share that does not answer.",
  ],
  actions: [
    "Take the stacks of the process while it hangs: py-spy dump --pid and its process id. A restart destroys the only witness.",
    "A lock in the database: end the transaction that all others wait for.",
    "Restart the backend to serve people again. Requests by status must come back within a minute.",
    "Put a time limit on what hung, shorter than what people wait; then the next time it is an error, and counted.",
  ],
  alerts: [alerts.AfirgenRequestsStuck],
});

export const DownOrOnlyBlind = runbook({
  title: "Down, or only blind",
  pattern:
    "AfirgenBackendDown fires, and every panel of the backend is empty. The backend may be gone, or it may serve people while Prometheus does not get its metrics; that decides whether to start it again or to leave it alone.",
  questions: [
    question(models.model_server_availability.absent(), {
      asks: "Is all of it missing?",
      means:
        "1: no metric of the backend is there, so the scrape fails or the target is gone. No answer: some are there, and the scrape works again.",
    }),
    question(requestRate.offset("10m"), {
      asks: "Was there traffic before?",
      means:
        "What it was 10 minutes ago is what people miss now, if it is down: a few at night, many in the morning.",
    }),
    question(system.system_memory_percent.offset("5m"), {
      asks: "Was its memory full?",
      means:
        "Above 95 % just before: the system has ended it, and the machine's log (dmesg) says so. Else look for a crash or a deployment.",
    }),
  ],
  causes: [
    "A deployment that does not start: its log ends with the reason.",
    "The system ended it for its memory.",
    "The page of the metrics fails while the rest works: it answers 500, and curl shows it.",
    "Another program has taken port 8000, or a firewall stands between.",
  ],
  actions: [
    "Ask it from the machine of the stack:\n`curl -i http://localhost:8000/prometheus/metrics`",
    "Read the error of job afirgen-backend at http://localhost:9090/targets: connection refused is down, a status is blind, a timeout may be either.",
    "Down: start it, and watch Requests by status and Cache look-ups; the cache begins empty.",
    "Blind: leave it running, and fix the way of the metrics.",
  ],
  alerts: [alerts.AfirgenBackendDown],
});
