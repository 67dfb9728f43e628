import { listed } from "../text/listed.ts";
import { metricGroupOf } from "../language/metric.ts";
import type { Place } from "../language/place.ts";
import type { Platform } from "../language/platform.ts";
import type { Receiver } from "../language/routing.ts";
import { recordingOf } from "../language/recording.ts";
import type { Service } from "../language/service.ts";
import { jobTypes } from "../jobs/index.ts";
import { notifierTypes } from "../notifiers/index.ts";
import type { Problem } from "../problem.ts";
import { receiversIn } from "./routing-model.ts";

/** How an export is known for what its file is for, and the word of the language that gives it. */
interface Expected {
  readonly word: string;
  readonly is: (value: unknown) => boolean;
}

const ofService: Readonly<Record<string, Expected>> = {
  jobs: oneOfKind(jobTypes),
  metrics: { word: "metrics(…)", is: (value) => metricGroupOf(value) !== undefined },
  recordings: { word: "recording(…)", is: (value) => recordingOf(value) !== undefined },
  alerts: kind("alert(…)", "alert"),
  dashboards: kind("dashboard(…)", "dashboard"),
  runbooks: kind("runbook(…)", "runbook"),
  slos: kind("slo(…)", "slo"),
  logs: kind("logSource(…)", "log source"),
  jsonFields: kind("jsonFields(…)", "json fields"),
  inhibitions: kind("inhibition(…)", "inhibition"),
  copies: kind("copyRoute(…)", "copy route"),
};

const oneReceiver = kind("receiver(…)", "receiver");
const oneNotifier = oneOfKind(notifierTypes);

const ofPlatform: Readonly<Record<string, Expected>> = {
  severities: kind("severity(…)", "severity"),
  receivers: oneReceiver,
  timeIntervals: kind("timeInterval(…)", "time interval"),
  inhibitions: kind("inhibition(…)", "inhibition"),
  secrets: kind("secretFile(…)", "secret file"),
};

const deployment = kind("compose(…)", "compose");

/** Exports that are not what their file is for: they would be left out in silence, or fail later for no visible reason. */
export function unexpectedExports(
  platform: Platform,
  services: readonly Service[],
): Omit<Problem, "check">[] {
  return [
    ...exportsThatAreNot(platform, "the platform", ofPlatform),
    ...unexpectedDeployment(platform),
    ...services.flatMap((service) => exportsThatAreNot(service, `service "${service.name}"`, ofService)),
    ...receiversIn(platform, services).filter(isReceiver).flatMap(unexpectedNotifiers),
  ];
}

function isReceiver(value: unknown): value is Receiver {
  return oneReceiver.is(value);
}

function unexpectedNotifiers({ name, notifiers, place }: Receiver): Omit<Problem, "check">[] {
  const fix = "write notifiers: [slack({ … }), email({ … })], with the functions of signalbox";
  // What types promise may have been got around.
  const given: unknown = notifiers;
  if (!Array.isArray(given)) return [{ place, message: `receiver "${name}": notifiers is not a list`, fix }];
  return given.flatMap((notifier: unknown, index) =>
    oneNotifier.is(notifier)
      ? []
      : {
          place,
          message: `receiver "${name}": notifiers.${index} was not made with ${oneNotifier.word}`,
          fix,
        },
  );
}

function unexpectedDeployment({ deploy, place }: Platform): Omit<Problem, "check">[] {
  if (deployment.is(deploy)) return [];
  const message = `the platform: deploy was not made with ${deployment.word}`;
  return [{ place, message, fix: "write deploy: compose({ … })" }];
}

function exportsThatAreNot(
  owner: { readonly place: Place },
  name: string,
  parts: Readonly<Record<string, Expected>>,
): Omit<Problem, "check">[] {
  return Object.entries(parts).flatMap(([part, { word, is }]) =>
    exportsOf(owner, part)
      .filter(([, value]) => !is(value))
      .map(([key]) => ({
        place: owner.place,
        message: `${name}: ${part}.${key} was not made with ${word}`,
        fix: "export nothing else from this file",
      })),
  );
}

/** The exports that an author gave for a part; none where it was left out. */
function exportsOf(owner: object, part: string): [string, unknown][] {
  const given: unknown = Object.entries(owner).find(([name]) => name === part)?.[1];
  return typeof given === "object" && given !== null ? Object.entries(given) : [];
}

function kind(word: string, ...kinds: readonly string[]): Expected {
  const is = (value: unknown) =>
    typeof value === "object" && value !== null && "kind" in value && kinds.some((one) => one === value.kind);
  return { word, is };
}

/** What any of the words of a closed set gives. */
function oneOfKind(types: Readonly<Record<string, { readonly word: string }>>): Expected {
  const words = Object.values(types).map(({ word }) => `${word}(…)`);
  return kind(listed(words, "or"), ...Object.keys(types));
}
