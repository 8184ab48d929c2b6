import type { MessagePort } from 'node:worker_threads'
import type { WebSocket } from 'ws'

/** WebSocket close code: the service restarts, come again. */
const serviceRestart = 1012

/** Carries a page's frames to the core and back unread. */
export async function bridgeSocket(socket: WebSocket, openPort: () => Promise<MessagePort>): Promise<void> {
  socket.pause()
  socket.on('error', () => socket.terminate())
  const port = await openPort()
  socket.on('message', (bytes: Buffer, isBinary) => port.postMessage(isBinary ? bytes : bytes.toString()))
  socket.on('close', () => port.close())
  port.on('message', (frame: string | Uint8Array) => socket.send(frame))
  port.on('close', () => socket.close(serviceRestart))
  socket.resume()
}
