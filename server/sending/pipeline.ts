import "server-only";
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Requests of one connection that may wait for the answers before them. No browser sends more than one. */
const mostWaiting = 200;

type Waiting = { response: ServerResponse; begin: () => void };
type Pipeline = { current: ServerResponse | undefined; waiting: Waiting[] };

const pipelines = new WeakMap<Socket, Pipeline>();

/**
 * Begins the requests of one connection one after the other: each when the answer before it is out.
 * Several may come without waiting for answers, and would all be worked on while none is read.
 * @param onDropped told of each request that will not begin, because its connection has ended
 */
export function beginInTurn(
  socket: Socket,
  { response, begin }: Waiting,
  onDropped: (response: ServerResponse) => void,
): void {
  const pipeline = pipelines.get(socket) ?? newPipeline(socket, onDropped);
  if (pipeline.current === undefined) start(pipeline, { response, begin });
  else pipeline.waiting.push({ response, begin });
  if (pipeline.waiting.length > mostWaiting) socket.destroy();
}

function newPipeline(socket: Socket, onDropped: (response: ServerResponse) => void): Pipeline {
  const pipeline: Pipeline = { current: undefined, waiting: [] };
  pipelines.set(socket, pipeline);
  socket.once("close", () => {
    for (const { response } of pipeline.waiting.splice(0)) onDropped(response);
  });
  return pipeline;
}

function start(pipeline: Pipeline, { response, begin }: Waiting): void {
  pipeline.current = response;
  response.once("close", () => {
    pipeline.current = undefined;
    const next = pipeline.waiting.shift();
    if (next) start(pipeline, next);
  });
  begin();
}
