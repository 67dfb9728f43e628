import { durationInMs, formatDuration } from "../../generators/language/duration.ts";
import { scaledInterval } from "../simulate/speed.ts";
import { scaledPromql } from "../../generators/promql/scale.ts";

/** How the times of a deployed configuration are shortened, so that nobody waits as long as it says. */
export interface Scale {
  /** Everything is divided by this. */
  readonly speed: number;
  /** No `for` and no `keep_firing_for` is longer, after the division; left out: as long as they come. */
  readonly longestForMs?: number;
  /** No window of a rate or a mean is longer, after the division: it would be full of the past; left out: as long as they come. */
  readonly longestWindowMs?: number;
  /** Nothing is scraped less often, after the division: its first sample would be long in coming. */
  readonly longestScrapeMs?: number;
}

/** What is in prometheus.yml, as far as it is shortened. */
export interface ScrapeTimes {
  scrape_interval?: string;
  scrape_timeout?: string;
}
export interface PrometheusTimes {
  readonly global: ScrapeTimes & { evaluation_interval?: string };
  readonly scrape_configs: readonly ScrapeTimes[];
}

/** What is in a rule file. */
export interface RuleFile {
  readonly groups: { interval?: string; readonly rules: RuleTimes[] }[];
}
interface RuleTimes {
  readonly alert?: string;
  readonly record?: string;
  expr: string;
  for?: string;
  keep_firing_for?: string;
}

/** What is in a route of alertmanager.yml. */
export interface RouteTimes {
  group_wait?: string;
  group_interval?: string;
  repeat_interval?: string;
  readonly routes?: RouteTimes[];
}

// Alertmanager takes an alert for over of which it heard nothing for four times this long, and a busy machine does stand still
// for some seconds.
const shortestResendDelayMs = 3000;

// What Prometheus does without the flags.
const usualResendDelayMs = 60_000;
const usualGracePeriodMs = 10 * 60_000;

/** Shortens the intervals of prometheus.yml, in place. */
export function scalePrometheus(config: PrometheusTimes, scale: Scale): void {
  const { global } = config;
  scaleScrape(global, scale);
  for (const job of config.scrape_configs) scaleScrape(job, scale);
  if (global.evaluation_interval)
    global.evaluation_interval = interval(global.evaluation_interval, scale.speed);
}

/** Shortens the intervals, the windows and the `for` of a rule file, in place. */
export function scaleRules({ groups }: RuleFile, scale: Scale): void {
  for (const group of groups) {
    if (group.interval) group.interval = interval(group.interval, scale.speed);
    for (const rule of group.rules) {
      rule.expr = scaledPromql(rule.expr, scale.speed, scale.longestWindowMs);
      if (rule.for) rule.for = waiting(rule.for, scale);
      if (rule.keep_firing_for) rule.keep_firing_for = waiting(rule.keep_firing_for, scale);
    }
  }
}

/** The alerts whose `for` is cut shorter than the speed alone would make it, with what is left of it. */
export function cappedAlerts({ groups }: RuleFile, { speed, longestForMs = Infinity }: Scale): string[] {
  return groups
    .flatMap(({ rules }) => rules)
    .filter((rule) => ms(rule.for ?? "0s") / speed > longestForMs)
    .map((rule) => `${rule.alert ?? ""} (for: ${rule.for ?? ""} becomes ${formatDuration(longestForMs)})`);
}

/** The rules of which a window is cut shorter than the speed alone would make it. */
export function narrowedRules({ groups }: RuleFile, { speed, longestWindowMs }: Scale): string[] {
  return groups
    .flatMap(({ rules }) => rules)
    .filter(({ expr }) => scaledPromql(expr, speed, longestWindowMs) !== scaledPromql(expr, speed))
    .map(({ alert, record }) => alert ?? record ?? "");
}

/** Shortens the waits of a route and of those below it, in place. */
export function scaleRoutes(route: RouteTimes, { speed }: Pick<Scale, "speed">): void {
  if (route.group_wait) route.group_wait = divided(route.group_wait, speed);
  // Alertmanager refuses an interval of 0.
  if (route.group_interval) route.group_interval = interval(route.group_interval, speed);
  if (route.repeat_interval) route.repeat_interval = interval(route.repeat_interval, speed);
  for (const child of route.routes ?? []) scaleRoutes(child, { speed });
}

/** The flags of Prometheus that say times which no file has. */
export function scaledFlags({ speed }: Pick<Scale, "speed">): string[] {
  if (speed === 1) return [];
  const resendDelayMs = Math.max(shortestResendDelayMs, scaledInterval(usualResendDelayMs, speed));
  return [
    `--rules.alert.resend-delay=${formatDuration(resendDelayMs)}`,
    `--rules.alert.for-grace-period=${formatDuration(scaledInterval(usualGracePeriodMs, speed))}`,
  ];
}

function scaleScrape(times: ScrapeTimes, { speed, longestScrapeMs = Infinity }: Scale): void {
  if (!times.scrape_interval) return;
  const every = Math.min(scaledInterval(ms(times.scrape_interval), speed), longestScrapeMs);
  times.scrape_interval = formatDuration(every);
  // Prometheus refuses a timeout that is longer than the interval.
  if (times.scrape_timeout) times.scrape_timeout = formatDuration(Math.min(ms(times.scrape_timeout), every));
}

function waiting(text: string, { speed, longestForMs = Infinity }: Scale): string {
  return written(text, Math.min(Math.round(ms(text) / speed), longestForMs));
}

function interval(text: string, speed: number): string {
  return written(text, scaledInterval(ms(text), speed));
}

function divided(text: string, speed: number): string {
  return written(text, Math.round(ms(text) / speed));
}

/** What does not change stays as it is written: 24h and not 1d. */
function written(before: string, after: number): string {
  return ms(before) === after ? before : formatDuration(after);
}

function ms(text: string): number {
  return durationInMs(text) ?? 0;
}

// A person wants to see soon that all targets are up: a certificate is looked at once a minute where it is deployed.
const longestScrapeMs = 5_000;

// A `for` of a day would be an hour at the usual speed of 20.
const longestForMs = 60_000;

/** The times of a stack that a person watches; at the speed of clocks alerts take as long as they are deployed to. */
export function personScale(speed: number): Scale {
  return { speed, longestScrapeMs, ...(speed === 1 ? {} : { longestForMs }) };
}
