import type { Mail } from "../../language/platform.ts";
import type { TimeInterval } from "../../language/routing.ts";
import type { InhibitionModel, RouteModel } from "../../model/routing-model.ts";
import { notifierSections, sendsMail } from "../../notifiers/of-receivers.ts";
import type { Output } from "../../output.ts";
import { matchersOf } from "../../routing/alert-matcher.ts";
import { matcherText } from "./matcher-text.ts";
import { sourceOf } from "../source-of.ts";
import { printYaml } from "../../text/yaml.ts";

/** Who is notified of which alert, when, and with what: Alertmanager's own configuration. */
export const alertmanagerConfig: Output = ({ platform }) => {
  const receivers = Object.values(platform.receivers);
  const inhibitions = Object.values(platform.inhibitions);
  const intervals = Object.values(platform.timeIntervals);
  const config = {
    global: platform.mail && sendsMail(receivers) ? mailSection(platform.mail) : undefined,
    // The only path that Alertmanager takes from this file's folder; secrets are absolute.
    templates: ["templates/*.tmpl"],
    route: routeSection(platform.routing),
    inhibit_rules: orLeftOut(inhibitions.map(inhibitionSection)),
    time_intervals: orLeftOut(intervals.map(intervalSection)),
    receivers: receivers.map((receiver) => ({
      name: receiver.name,
      ...notifierSections(receiver, platform),
    })),
  };
  const source = sourceOf([platform, platform.routing, ...receivers, ...inhibitions, ...intervals]);
  return { "alertmanager/alertmanager.yml": printYaml(config, { source }) };
};

function mailSection(mail: Mail): object {
  return {
    smtp_smarthost: mail.smarthost,
    smtp_from: mail.from,
    smtp_auth_username: mail.user,
    smtp_auth_password_file: mail.password.path,
    // Alertmanager's own default, said here because without it the password would travel in the clear.
    smtp_require_tls: true,
  };
}

function inhibitionSection({ name, source, target, equal }: InhibitionModel): object {
  return {
    name,
    source_matchers: matchersOf(source).map(matcherText),
    target_matchers: matchersOf(target).map(matcherText),
    equal,
  };
}

function intervalSection({ name, weekdays, times, location }: TimeInterval): object {
  const range = {
    weekdays,
    times: times?.map(({ from, to }) => ({ start_time: twoDigits(from), end_time: twoDigits(to) })),
    location,
  };
  return { name, time_intervals: [range] };
}

/** Alertmanager refuses `9:00`. */
function twoDigits(clock: string): string {
  return clock
    .split(":")
    .map((part) => part.padStart(2, "0"))
    .join(":");
}

function orLeftOut<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** A route and those below it, in the author's order, because the first that matches takes the alert. */
function routeSection(route: RouteModel): object {
  return {
    // Alertmanager refuses matchers at the root, even an empty list.
    matchers: route.match && matchersOf(route.match).map(matcherText),
    receiver: route.receiver.name,
    group_by: route.groupBy,
    group_wait: route.groupWait,
    group_interval: route.groupInterval,
    repeat_interval: route.repeatInterval,
    active_time_intervals: route.activeDuring?.map(({ name }) => name),
    mute_time_intervals: route.mutedDuring?.map(({ name }) => name),
    continue: route.continue === true ? true : undefined,
    routes: route.routes?.map(routeSection),
  };
}
