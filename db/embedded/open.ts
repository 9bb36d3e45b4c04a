import { existsSync, renameSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { accountFor } from "./account";
import { findBinaries } from "./binaries";
import { DATABASE, ensureCluster, ROLE } from "./cluster";
import { runningPostmaster } from "./postmaster";
import { type Running, startServer, stopServer } from "./server";

export type EmbeddedDatabase = {
  /** `postgres://` address of the register's database. */
  url: string;
  /** True if this call created the cluster. */
  isNew: boolean;
  /** Stops the server and waits until it has written everything. */
  stop: () => Promise<void>;
  /** Rejects if the server died and could not be restarted; never resolves. */
  lost: Promise<never>;
};

type Opening = {
  /** The clone, whose node_modules contain the programs. */
  root: string;
  /** The data folder: an absolute path without links that the database's account can enter. */
  dataDir: string;
  password: string;
  /** For tests: no fsync, more connections, and the role may create databases. */
  isThrowaway?: boolean;
  /** Called with one line of text when the server died and is being restarted. */
  onRestart?: (message: string) => void;
};

const LOG_LIMIT = 5_000_000;

/** Milliseconds between two attempts to start a server whose disk is full. */
const roomAskedEvery = 1_000;

/**
 * PostgreSQL allocates its write-ahead log in files of 16 MB and cannot start with less free space.
 */
function hasNoRoom(dataDir: string): boolean {
  const { bavail, bsize } = statfsSync(dataDir);
  return bavail * bsize < 16 * 1024 * 1024;
}

/**
 * Opens the bundled PostgreSQL on a data folder: creates it if new, recovers it if a run was
 * killed, restarts it if it dies.
 * @throws Refusal with one line if that is impossible
 */
export async function openEmbeddedDatabase(opening: Opening): Promise<EmbeddedDatabase> {
  const { root, dataDir, password, isThrowaway = false } = opening;
  const cluster = clusterIn(dataDir);
  const account = accountFor(cluster);
  const binaries = findBinaries(root, account, path.join(dataDir, "native"));
  const isNew = ensureCluster({ cluster, account, binaries, password, isThrowaway });
  const logFile = path.join(dataDir, "postgres.log");
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(logFile, `${logFile}.1`);
  const starting = { cluster, account, binaries, logFile, isThrowaway };
  let running = await startServer(starting);
  let isStopping = false;
  let restarting: Promise<Running> | undefined;
  let lose: (reason: unknown) => void = () => undefined;
  const lost = new Promise<never>((_resolve, reject) => {
    lose = reject;
  });
  // Prevents an unhandled rejection if nobody awaits `lost`.
  lost.catch(() => undefined);
  const watch = async (current: Running): Promise<void> => {
    await current.exited;
    if (isStopping) return;
    opening.onRestart?.("The database stopped by itself and is being started again.");
    try {
      const isWanted = () => !isStopping;
      restarting = startAgain(() => startServer({ ...starting, port: running.port, isWanted }));
      running = await restarting;
      void watch(running);
    } catch (error) {
      lose(error);
    }
  };
  // A server without disk space for its write-ahead log ends, and can only be restarted once there
  // is space.
  const startAgain = async (start: () => Promise<Running>): Promise<Running> => {
    for (let isFirst = true; ; isFirst = false) {
      try {
        return await start();
      } catch (error) {
        if (isStopping || !hasNoRoom(dataDir)) throw error;
        if (isFirst) opening.onRestart?.(`The disk of ${dataDir} is full: the database comes back once there is room.`);
        await delay(roomAskedEvery);
      }
    }
  };
  void watch(running);
  return {
    url: urlOf(running.port, password),
    isNew,
    lost,
    stop: async () => {
      isStopping = true;
      await stopServer(cluster, binaries, account);
      // A server that was being restarted meanwhile must be stopped too.
      const late = await restarting?.catch(() => undefined);
      if (late) await stopServer(cluster, binaries, account);
    },
  };
}

/**
 * The address of the server that another process runs on this data folder, if it is ready.
 * @param password the one stored in the data folder
 */
export function findRunningDatabase(dataDir: string, password: string): string | undefined {
  const postmaster = runningPostmaster(clusterIn(dataDir));
  return postmaster?.isReady ? urlOf(postmaster.port, password) : undefined;
}

/** True if the data folder contains a database. */
export function hasCluster(dataDir: string): boolean {
  return existsSync(clusterIn(dataDir));
}

function clusterIn(dataDir: string): string {
  return path.join(dataDir, "postgres");
}

function urlOf(port: number, password: string): string {
  return `postgres://${ROLE}:${encodeURIComponent(password)}@127.0.0.1:${port}/${DATABASE}`;
}
