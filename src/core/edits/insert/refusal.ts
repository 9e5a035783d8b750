import type { Failure, Result } from '../../text/result';
import { message, type Message } from '../../text/message';

/** Why nothing is written somewhere. */
export interface Refusal extends Failure {
  readonly reason: Message;
}

export function refusal(
  code: string,
  template: string,
  ...values: readonly string[]
): Result<never, Refusal> {
  const reason = message(template, ...values);
  return { ok: false, failure: { code, message: reason.text, reason } };
}
