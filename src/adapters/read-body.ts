/**
 * The text of an answer, read until its end, the limit or the signal, whichever is first. The SDK's own timeout ends
 * with the headers, so a server that sends a byte a second is caught here.
 */
export async function readBody(response: Response, limitBytes: number, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const stop = () => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return new TextDecoder().decode(Buffer.concat(chunks));
      sizeBytes += value.byteLength;
      if (sizeBytes > limitBytes) {
        stop();
        throw new RangeError(`the answer is longer than ${limitBytes} bytes`);
      }
      chunks.push(value);
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
