// What a platform must say, and what it may leave out. Each line under a `@ts-expect-error` is a mistake that must not compile.
import { compose, platform, secretFile, type Containers, type Logs, type Mail } from "signalbox";
import { deploy, smallest } from "../platform/smallest.ts";

const { severities, receivers, routing, prometheus, docsUrl, externalUrls } = smallest.platform;
const least = { severities, receivers, routing, prometheus, docsUrl, externalUrls, deploy };
const password = secretFile("password", "Of somebody.");
const { name, containers, hostAlias, grafana } = deploy;

// What is not used is left out.
void platform(least);
void compose({ name, containers, hostAlias, grafana });

const { deploy: _deploy, ...undeployed } = least;
// @ts-expect-error a platform is deployed somehow
void platform(undeployed);
// @ts-expect-error a way to deploy is what a function such as compose(…) gives
void platform({ ...least, deploy: { name, containers, hostAlias, grafana } });
// @ts-expect-error what was the stack is the deployment
void platform({ ...least, stack: deploy });
// @ts-expect-error how long samples are kept is Prometheus'
void compose({ name, containers, hostAlias, grafana, retention: "15d" });
// @ts-expect-error there is no such program
void compose({ name, hostAlias, grafana, containers: { ...containers, loki: containers.grafana } });

const { grafana: _grafana, ...withoutGrafana } = containers;
// @ts-expect-error Grafana is always there
export const someContainers: Containers = withoutGrafana;

const shipped = {
  output: "elasticsearch",
  indexPrefix: "logs",
  user: "elastic",
  keepDays: 30,
  password,
} as const;
export const kept: Logs = { ...shipped, timeZone: "UTC" };
export const elsewhere: Logs = { ...shipped, timeZone: "UTC", hosts: ["https://logs.example.org:9200"] };
// @ts-expect-error nobody knows the zone of the times in the lines
export const timeless: Logs = shipped;
// @ts-expect-error a Logstash is somewhere
export const nowhere: Logs = { output: "logstash", timeZone: "UTC" };
export const alsoKept: Logs = {
  output: "logstash",
  hosts: ["logs.example.org:5044"],
  timeZone: "UTC",
  // @ts-expect-error how long Logstash keeps lines is not said here
  keepDays: 30,
};
// @ts-expect-error a password is a file
export const openly: Logs = { ...shipped, timeZone: "UTC", password: "secret" };
// @ts-expect-error there is no such output
export const toLoki: Logs = { output: "loki", hosts: ["logs.example.org:3100"], timeZone: "UTC" };
// @ts-expect-error a mail server listens on a port
export const portless: Mail = { smarthost: "mail.example.org", from: "a@example.org", user: "a", password };
