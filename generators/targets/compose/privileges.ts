import type { ContainerName } from "../../language/compose.ts";

/** A service of the compose file: the programs, and what runs once before them. */
export type ServiceName = ContainerName | "filebeat-login" | "kibana-token";

type Exceptions<Exception> = { readonly [Name in ServiceName]?: Exception };

/** Who may write into the folders of its image, and why; everybody else has volumes and folders in memory for that. */
export const writableRoots: Exceptions<string> = {
  elasticsearch: "it writes its keystore and its scratch files into the folders of its image",
  kibana: "its keystore, which it makes at each start, is in a folder of its image",
};

/** Who keeps a capability of root, and why. */
export const keptCapabilities: Exceptions<{ readonly names: readonly string[]; readonly why: string }> = {
  filebeat: {
    names: ["DAC_READ_SEARCH"],
    why: "log files belong to many users, and it may read every file of its mounts, and no more",
  },
};

/** Who sees the processes of the machine itself, and why. */
export const hostProcesses: Exceptions<string> = {
  "node-exporter": "the mounts of the machine are those of its process 1",
};
