/** The body is longer than the bot reads. */
export class TooLong extends Error {}

/**
 * An answer's body as text up to a size; on a longer one it hangs up.
 *
 * @param {Response} answer
 * @param {number} mostBytes
 * @throws {TooLong}
 */
export async function boundedText(answer, mostBytes) {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    bytes += part.length;
    if (bytes > mostBytes) {
      throw new TooLong(`more than ${mostBytes} bytes`);
    }
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
