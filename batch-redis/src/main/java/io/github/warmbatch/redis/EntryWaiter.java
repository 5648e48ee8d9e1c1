package io.github.warmbatch.redis;

import io.github.warmbatch.queue.Order;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBlockingDeque;
import org.redisson.api.RedissonClient;
import org.redisson.api.queue.DequeMoveArgs;
import org.redisson.client.codec.ByteArrayCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until it may be worth asking for a job again. An empty list is watched with one blocking
 * command for all threads, which moves an entry to where it was and so takes nothing out: whoever
 * stops waiting leaves nothing behind. Safe for use from many threads.
 */
final class EntryWaiter {
  private static final Logger LOG = LoggerFactory.getLogger(EntryWaiter.class);

  /** Whole seconds, since less than one means for ever; few, since a connection may die unseen. */
  private static final Duration WATCH = Duration.ofSeconds(5);

  /** How often to ask when another worker's lease or a backoff is in the way. */
  private static final Duration POLL = Duration.ofSeconds(1);

  private static final Duration LEAST = Duration.ofMillis(5);

  private final Supplier<CompletableFuture<byte[]>> command;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable CompletableFuture<byte[]> watch;

  EntryWaiter(RedissonClient client, String list, Order order) {
    this(watching(client.getBlockingDeque(list, ByteArrayCodec.INSTANCE), list, order));
  }

  /** Waits by a command that ends when there is an entry, or after {@link #WATCH}. */
  EntryWaiter(Supplier<CompletableFuture<byte[]>> command) {
    this.command = command;
  }

  private static Supplier<CompletableFuture<byte[]>> watching(
      RBlockingDeque<byte[]> deque, String list, Order order) {
    DequeMoveArgs toItself =
        order == Order.FIFO
            ? DequeMoveArgs.pollFirst().addFirstTo(list)
            : DequeMoveArgs.pollLast().addLastTo(list);
    return () -> deque.moveAsync(WATCH, toItself).toCompletableFuture();
  }

  /** Waits until there is an entry, a few seconds at most. */
  void awaitEntry(Duration atMost) throws InterruptedException {
    Duration patience = shorter(atMost, WATCH.plusSeconds(1));
    CompletableFuture<byte[]> watched = watch();
    try {
      watched.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      if (patience.compareTo(WATCH) > 0) {
        forget(watched);
      }
    } catch (CancellationException e) {
      // Another thread gave the command up, or the queue was closed: asking again tells which.
      LOG.trace("The watch for entries was cancelled", e);
    } catch (ExecutionException e) {
      LOG.debug("Cannot watch for entries, asking every {} instead", POLL, e);
      pause(shorter(atMost, POLL));
    }
  }

  /** Waits until a lease or a backoff may have ended. */
  void awaitTurn(Duration hint, Duration atMost) throws InterruptedException {
    Duration least = hint.compareTo(LEAST) < 0 ? LEAST : hint;
    pause(shorter(shorter(least, POLL), atMost));
  }

  /** Wakes all that wait. */
  synchronized void close() {
    closed.countDown();
    if (watch != null) {
      watch.cancel(true);
    }
  }

  private void pause(Duration time) throws InterruptedException {
    boolean unused = closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private synchronized CompletableFuture<byte[]> watch() {
    if (closed.getCount() == 0) {
      return CompletableFuture.completedFuture(new byte[0]);
    }
    if (watch == null || watch.isDone()) {
      watch = command.get();
    }
    return watch;
  }

  /** Gives a command up that should have ended, for all that wait for it. */
  synchronized void forget(CompletableFuture<byte[]> watched) {
    if (watch == watched) {
      watched.cancel(true);
      watch = null;
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
