import { connect, createServer, type Socket } from "node:net";

/** A relay between a site and its database that a test can cut, as if the database were down. */
export type Relay = {
  /** The database's address through the relay. */
  reach: (databaseUrl: string) => string;
  /** Breaks open connections and refuses new ones. */
  cut: () => void;
  /** Answers nothing: connections open and stay silent, which is harder to detect. */
  hang: () => void;
  mend: () => void;
  close: () => Promise<void>;
};

/** Listens on a free port and forwards to the address given to `reach`. */
export async function openRelay(): Promise<Relay> {
  const open = new Set<Socket>();
  let target = { host: "127.0.0.1", port: 0 };
  let state: "whole" | "cut" | "silent" = "whole";
  const hold = (socket: Socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => socket.destroy());
  };
  const server = createServer((socket) => {
    hold(socket);
    if (state === "cut") return socket.destroy();
    if (state === "silent") return;
    const onward = connect(target.port, target.host);
    hold(onward);
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const breakAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    reach: (databaseUrl) => {
      const url = new URL(databaseUrl);
      target = { host: url.hostname, port: Number(url.port) };
      url.host = `127.0.0.1:${port}`;
      return url.href;
    },
    cut: () => {
      state = "cut";
      breakAll();
    },
    hang: () => {
      state = "silent";
      for (const socket of open) socket.pause();
    },
    mend: () => {
      state = "whole";
      breakAll();
    },
    close: () => {
      breakAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
