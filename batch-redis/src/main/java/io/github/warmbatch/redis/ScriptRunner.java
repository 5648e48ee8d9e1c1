package io.github.warmbatch.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/** Runs the scripts of one queue. Safe for use from many threads. */
final class ScriptRunner {
  /** Longer than Redisson goes on trying; only so that nothing can hang for ever. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

  private final RScript script;
  private final QueueKeys keys;
  private final RedisFailures failures;
  private final AtomicBoolean closed;

  ScriptRunner(RedissonClient client, QueueKeys keys, RedisFailures failures) {
    this(client.getScript(ByteArrayCodec.INSTANCE), keys, failures, new AtomicBoolean());
  }

  private ScriptRunner(
      RScript script, QueueKeys keys, RedisFailures failures, AtomicBoolean closed) {
    this.script = script;
    this.keys = keys;
    this.failures = failures;
    this.closed = closed;
  }

  /** The same, but the scripts get one more key behind the usual ones. */
  ScriptRunner beside(String key) {
    return new ScriptRunner(script, keys.and(key), failures.besides(key), closed);
  }

  /** From now on every call is refused. Answers whether it was open before. */
  boolean close() {
    return closed.compareAndSet(false, true);
  }

  void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException("The queue '%s' is closed.".formatted(keys.list()));
    }
  }

  /** Runs a script and waits for its answer, also when the thread is interrupted. */
  ScriptReply run(Script what, Object... arguments) {
    CompletableFuture<ScriptReply> answer = send(what, arguments);
    long deadline = System.nanoTime() + LONGEST_CALL.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return await(answer, Duration.ofNanos(deadline - System.nanoTime()));
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Runs a script and waits for its answer. Interrupted, it may have run or may run yet. */
  ScriptReply runInterruptibly(Script what, Object... arguments) throws InterruptedException {
    return await(send(what, arguments), LONGEST_CALL);
  }

  /** Sends a script; its answer comes, if at all, without anybody waiting. */
  CompletableFuture<ScriptReply> send(Script what, Object... arguments) {
    requireOpen();
    Object[] values = new Object[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes(arguments[i]);
    }
    try {
      return script
          .<List<byte[]>>evalAsync(
              RScript.Mode.READ_WRITE, what.text(), RScript.ReturnType.LIST, keys.all(), values)
          .toCompletableFuture()
          .thenApply(fields -> new ScriptReply(fields, failures::malformed));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private ScriptReply await(CompletableFuture<ScriptReply> answer, Duration atMost)
      throws InterruptedException {
    try {
      return answer.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      requireOpen();
      throw failures.explain(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw failures.explain(e);
    }
  }

  private static byte[] bytes(Object argument) {
    return argument instanceof byte[] raw
        ? raw
        : argument.toString().getBytes(StandardCharsets.UTF_8);
  }
}
