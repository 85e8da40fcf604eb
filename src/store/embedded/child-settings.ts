/** What the process that runs the embedded database is told when it starts. */
export interface ChildSettings {
  /** Data folder, an absolute path. */
  folder: string;
  /** The system's folder for temporary files. */
  temporaryFolder: string;
  /** How long to wait for another process to leave the folder, in milliseconds. */
  folderWaitMs: number;
}

/** Where the database listens, as the driver wants it: a folder with a Unix socket, or a host. */
export interface Address {
  host: string;
  port: number;
}

/** What that process says, once. */
export type ChildMessage = { kind: 'ready'; address: Address } | { kind: 'failed'; message: string };
