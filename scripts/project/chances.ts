import crypto from "node:crypto";
import os from "node:os";
import { readIn } from "./thrown.ts";

/** What changes from one build to the next, and what to write instead. */
export interface Chance {
  readonly message: string;
  readonly fix: string;
}

/** A function that gives it. */
export interface Asked {
  /** What it is called on. */
  readonly of: object;
  readonly name: string;
  /** As an author writes it. */
  readonly called: string;
  readonly chance: Chance;
  /** Which calls give it. Left out: each does. */
  readonly when?: (args: readonly unknown[], self: unknown) => boolean;
}

export const time: Chance = {
  message: "asks what time it is, and would be something else with each build",
  fix: 'write a moment that stays, such as new Date("2026-01-31"); a rule asks for its own by time()',
};
const random: Chance = {
  message: "is random, and would be something else with each build",
  fix: "write what stays the same with each build",
};
const machine: Chance = {
  message: "asks about this machine, and would be something else on another",
  fix: "write what is the same on each machine",
};

function each(of: object, word: string, names: readonly string[], chance: Chance): Asked[] {
  return names.map((name) => ({ of, name, called: `${word}${name}()`, chance }));
}

/** Whoever formats no moment gets the present. */
export function isOfThePresent([moment]: readonly unknown[]): boolean {
  return moment === undefined;
}

const namesOfRandom = [
  ...["randomUUID", "randomBytes", "randomInt", "randomFillSync"],
  ...["generateKeyPairSync", "generateKeySync"],
];
const namesOfMachine = [
  ...["arch", "availableParallelism", "cpus", "freemem", "homedir", "hostname", "loadavg", "machine"],
  ...[
    "networkInterfaces",
    "platform",
    "release",
    "tmpdir",
    "totalmem",
    "type",
    "uptime",
    "userInfo",
    "version",
  ],
];

/** Of a newer Node. */
const temporal = readIn(readIn(globalThis, "Temporal"), "Now");

/** What runs while definitions are loaded asks none of it, or is no line of the author's. */
export const asked: readonly Asked[] = [
  ...each(Date, "Date.", ["now"], time),
  ...each(Math, "Math.", ["random"], random),
  ...each(performance, "performance.", ["now"], time),
  ...each(process, "process.", ["uptime", "cpuUsage", "memoryUsage", "resourceUsage"], machine),
  ...each(process.hrtime, "process.hrtime.", ["bigint"], time),
  ...each(process, "process.", ["hrtime"], time),
  {
    of: Intl.DateTimeFormat.prototype,
    name: "formatToParts",
    called: "Intl.DateTimeFormat().formatToParts()",
    chance: time,
    when: isOfThePresent,
  },
  ...each(globalThis.crypto, "crypto.", ["randomUUID", "getRandomValues"], random),
  ...each(crypto, "crypto.", namesOfRandom, random),
  ...each(os, "os.", namesOfMachine, machine),
  ...(typeof temporal === "object" && temporal !== null
    ? each(temporal, "Temporal.Now.", Object.getOwnPropertyNames(temporal), time)
    : []),
];
