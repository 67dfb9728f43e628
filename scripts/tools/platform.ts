import { arch, platform } from "node:os";

// Node's word for the processor, and the word of Go programs' releases.
const architectures: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/** This machine in the words of the releases, such as "linux-amd64". */
export const releasePlatform = (): string => `${platform()}-${architectures[arch()] ?? arch()}`;
