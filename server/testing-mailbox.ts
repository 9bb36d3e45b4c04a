import { createServer } from "node:net";

export type Mailbox = {
  /** For SMTP_URL. */
  url: string;
  /** Whole messages as received, headers included. */
  received: readonly string[];
  close: () => Promise<void>;
};

/** A mail server for tests that accepts every message, on a free port of this machine. */
export async function openMailbox(): Promise<Mailbox> {
  const received: string[] = [];
  const server = createServer((socket) => {
    let mail: string[] | null = null;
    let rest = "";
    const answer = (line: string) => {
      if (mail) {
        if (line !== ".") return void mail.push(line);
        received.push(mail.join("\n"));
        mail = null;
      } else if (/^DATA$/i.test(line)) {
        mail = [];
        return void socket.write("354 go on\r\n");
      } else if (/^QUIT$/i.test(line)) {
        return void socket.end("221 bye\r\n");
      }
      socket.write("250 ok\r\n");
    };
    socket.on("error", () => socket.destroy());
    socket.on("data", (data) => {
      const lines = (rest + data.toString("utf8")).split("\r\n");
      rest = lines.pop() ?? "";
      lines.forEach(answer);
    });
    socket.write("220 test\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${port}`, received, close };
}
