import type { ProgramAnswer } from "../../generators/targets/validation/program.ts";
import type { Reading, Sound } from "../../generators/targets/validation/subject.ts";
import { contentKey } from "../kept/content-key.ts";
import { engineIdentity } from "../kept/engine-identity.ts";
import { emptyShelf, openShelf, type Shelf } from "../kept/shelf.ts";
import type { Project } from "../project/project.ts";
import { programDigests } from "../tools/program-digest.ts";
import type { Tool } from "../tools/tool.ts";
import { alertmanagers, type Alertmanagers } from "./alertmanagers.ts";
import { isPacked, type PackedAnswers } from "./runners/packed-answers.ts";

/** What a program said that succeeded. */
export interface KeptAnswer {
  readonly stdout: string;
  readonly stderr: string;
}

/** What is known before anything is asked, and what was asked meanwhile; by keys of everything that it depends on. */
export interface Known {
  /** What programs have answered. */
  readonly answers: Shelf<KeptAnswer>;
  /** Where an Alertmanager sent alerts. */
  readonly routed: Shelf<PackedAnswers>;
  /** What libraries found in order. */
  readonly sound: Shelf<true>;
  /** What was read in texts that take long to read. */
  readonly read: Shelf<string>;
  /** Calls of this run, made or still being made. */
  readonly asked: Map<string, Promise<ProgramAnswer>>;
  readonly alertmanagers: Alertmanagers;
  /** What a tool is, whatever it says of its version: another program of the same name has another digest. */
  readonly digestOf: (tool: Pick<Tool, "path">) => Promise<string>;
}

/** What was known after the last run of a project. */
export function knownOf(project: Project): Known {
  return {
    answers: openShelf("answers", project, isAnswer),
    routed: openShelf("routed", project, isPacked),
    sound: openShelf("sound", project, (value) => value === true),
    read: openShelf("read", project, (value) => typeof value === "string"),
    asked: new Map(),
    alertmanagers: alertmanagers(),
    digestOf: programDigests(),
  };
}

/** Nothing is known: everything is asked anew, and what comes of it is forgotten. */
export function nothingKnown(): Known {
  return {
    answers: emptyShelf(),
    routed: emptyShelf(),
    sound: emptyShelf(),
    read: emptyShelf(),
    asked: new Map(),
    alertmanagers: alertmanagers(),
    digestOf: programDigests(),
  };
}

export function saveKnown({ answers, routed, sound, read }: Known): void {
  answers.save();
  routed.save();
  sound.save();
  read.save();
}

/** Looks at what is not known to be in order, and notes what is. */
export function soundBy({ sound }: Pick<Known, "sound">): Sound {
  return (texts, look) => {
    const key = contentKey(engineIdentity(), ...texts);
    if (sound.get(key)) return [];
    const findings = look();
    if (findings.length === 0) sound.put(key, true);
    return findings;
  };
}

/** Reads what is not known from before, and notes it. */
export function readingBy({ read }: Pick<Known, "read">): Reading {
  return (texts, work) => {
    const key = contentKey(engineIdentity(), ...texts);
    const known = read.get(key);
    if (known !== undefined) return known;
    const found = work();
    read.put(key, found);
    return found;
  };
}

function isAnswer(value: unknown): value is KeptAnswer {
  return (
    typeof value === "object" &&
    value !== null &&
    "stdout" in value &&
    typeof value.stdout === "string" &&
    "stderr" in value &&
    typeof value.stderr === "string"
  );
}
