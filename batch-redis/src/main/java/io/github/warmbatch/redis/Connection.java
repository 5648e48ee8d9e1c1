package io.github.warmbatch.redis;

import io.github.warmbatch.queue.SupersededException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What the parts of one open queue share.
 *
 * @param name the queue's name
 * @param scripts runs its scripts
 * @param identity who works
 * @param lease how long a lease is
 */
record Connection(String name, ScriptRunner scripts, Identity identity, Duration lease) {

  /** Runs a script that asks who calls. */
  ScriptReply run(Script script, Object... arguments) {
    return scripts.run(script, signed(arguments));
  }

  /** The arguments behind the caller's worker id and session. */
  Object[] signed(Object... arguments) {
    Object[] signed = new Object[arguments.length + 3];
    signed[0] = identity.worker();
    signed[1] = identity.started();
    signed[2] = identity.nonce();
    System.arraycopy(arguments, 0, signed, 3, arguments.length);
    return signed;
  }

  SupersededException superseded() {
    return new SupersededException(
        "A younger process works on the queue '%s' as worker '%s', so this one must stop. Give each worker an id of its own if both are meant to run."
            .formatted(name, identity.worker()));
  }

  static long micros(Duration duration) {
    return TimeUnit.MICROSECONDS.convert(duration);
  }
}
