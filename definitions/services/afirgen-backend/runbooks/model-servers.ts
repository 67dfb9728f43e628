import { question, runbook } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { models } from "../metrics/model-servers.ts";
import { modelErrorRatio, modelP95, modelRequestRate } from "../recordings/model-servers.ts";
import { endpointP95 } from "../recordings/requests.ts";
import { drainTime } from "../recordings/tasks.ts";

const { model_server_latency_seconds: latency } = models;

export const ModelServerSlow = runbook({
  title: "Model server slow",
  pattern:
    "Model latency of one server rises, and with it Slowest endpoints and Time to empty the queues. It is available and fails little. What matters is whether it has more to do, larger things to do, or less to do it with: the three look alike on Model latency.",
  questions: [
    question(modelRequestRate, {
      asks: "Is more asked of it?",
      means:
        "More than before the latency rose: load, so requests wait in its own queue. As many or fewer: each of them takes longer.",
    }),
    question(latency.quantile(0.5, "5m", "instance", "server").div(modelP95.maxBy("instance", "server")), {
      asks: "Are all requests slow, or some?",
      means:
        "The median is near the 95th percentile (above 0.7): all are, so it is the machine. Far below (under 0.3): a few large inputs, and what stands in line behind them.",
    }),
    question(modelP95, {
      asks: "Is it one server?",
      means:
        "One: its machine or its model. All at once: what they share, such as the card, the network or the backend that asks them.",
    }),
    question(modelErrorRatio, {
      asks: "Does it fail as well?",
      means:
        "Errors follow the latency: time limits cut it off, and what was computed for them is lost. Fewer requests will get more done.",
    }),
    question(endpointP95.topk(5), {
      asks: "Who feels it?",
      means:
        "Endpoints with the same curve ask this model while people wait; what only the queue feels can wait too.",
    }),
    question(drainTime, {
      asks: "Do tasks pile up?",
      means: "Above 10 minutes: the backlog will keep the model busy for that long after it is fixed.",
    }),
  ],
  causes: [
    "It fell back from the graphics card to the processor, after a restart or an update of the driver: about ten times slower, for all.",
    "Something else was started on its card or its machine.",
    "Inputs have grown: longer documents or recordings than it was measured with.",
    "A batch of background tasks, which asks as much as all people together.",
    "A new version of the model, larger than the one before.",
  ],
  actions: [
    "All requests slow: on its machine look at the card (`nvidia-smi`) and at who else uses it; its log says at the start which device it took.",
    "Load: hold back the background tasks that use it, so that people come first.",
    "A few large inputs: find the limit that lets them in, and lower it, or send them to a queue of their own.",
    "Time limits shorter than its usual time only waste its work: raise them, or send it less.",
  ],
  alerts: [alerts.AfirgenModelServerSlow, alerts.AfirgenModelServerErrors, alerts.AfirgenTasksSlow],
});

export const ModelServerComesAndGoes = runbook({
  title: "Model server comes and goes",
  pattern:
    "On the panel Model servers a band has red spots at an almost even distance, and Model errors has a peak at each of them. It is never gone for long enough to be an outage, and never back for long enough to work off what waits.",
  questions: [
    question(models.model_server_availability.changes("1h"), {
      asks: "How often did it change in an hour?",
      means:
        "2 is one outage with its end. 6 and more is this pattern: it starts, works, ends and starts again.",
    }),
    question(models.model_server_availability.avgOverTime("1h"), {
      asks: "How much of the time is it there?",
      means:
        "Most of it: something ends it under load. Little of it: it ends while it loads the model, and never works at all.",
    }),
    question(modelRequestRate, {
      asks: "Does it end under load?",
      means:
        "Its requests rise just before each red spot: the load takes its memory. They do not: look at the clock, for a health check that is too strict or a restart that is planned.",
    }),
  ],
  causes: [
    "Out of memory: each large input ends it, and it is started again.",
    "A health check that gives it less time than a long request takes: it is ended because it works.",
    "A machine or a card that fails when it is warm.",
  ],
  actions: [
    "Read why it ended last: its log, and the machine's (dmesg) for the system that ends programs.",
    "A health check ends it: give the check a way that does not stand in line behind requests.",
    "Memory: fewer requests at a time first, a smaller input next, a larger machine last.",
    "Until then hold back its background tasks; each restart throws away what was being computed.",
  ],
  alerts: [alerts.AfirgenModelServerUnavailable, alerts.AfirgenModelServerErrors],
});
