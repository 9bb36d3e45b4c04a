import { createServer } from "node:net";
import { Refusal } from "../../db/embedded/refusal.mjs";

/**
 * Checks that the address can be listened on, before the database is opened.
 * @param {string} host
 * @param {number} port 0 = find a free one
 * @returns {Promise<number>} the port
 * @throws {Refusal} in one line with the setting to change
 */
export function claimPort(host, port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(new Refusal(explain(error, host, port))));
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {string} host
 * @param {number} port
 */
function explain(error, host, port) {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is taken by another program: stop it, or set PORT to another number.`;
    case "EACCES":
      return `Port ${port} on ${host} is not allowed for this user: set PORT to 1024 or more.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `HOST=${host} is not an address of this machine.`;
    default:
      return `HOST=${host} PORT=${port} cannot be listened on: ${error.message}`;
  }
}
