package io.github.warmbatch.redis;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * A worker's name, and which of its processes this is. Of two, the one that started later is the
 * younger; the random part decides between two of one microsecond.
 *
 * @param worker the worker's id
 * @param started when the process started, in microseconds of the server's clock
 * @param nonce at random, small enough for Lua's numbers
 */
record Identity(String worker, long started, long nonce) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long NONCES = 1L << 53;

  /** A new session of this worker. */
  static Identity begin(String worker, ScriptRunner scripts) {
    long started = scripts.run(Script.HELLO, worker).number(0);
    return new Identity(worker, started, RANDOM.nextLong(NONCES));
  }

  /** Text that nobody can guess and nothing else has. */
  static String randomText() {
    return UUID.randomUUID().toString();
  }
}
