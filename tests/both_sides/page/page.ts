// What a page shows when the gateway closes its connection.
import { infoOf } from "./gateway.js";

/** A line about a close, in the words of the table. */
export function lineOf(code: number): string {
  const info = infoOf(code);
  return info === undefined ? `${code}` : `${code} ${info.name}: ${info.reconnect}`;
}

/** Connects, and resolves with the line about how the connection ended. */
export function connect(url: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.addEventListener("close", (event) => resolve(lineOf(event.code)));
  });
}
