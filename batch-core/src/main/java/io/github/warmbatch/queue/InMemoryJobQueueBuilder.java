package io.github.warmbatch.queue;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link InMemoryJobQueue}. Every option may be given once, and is checked at the call.
 *
 * <table>
 * <caption>Defaults</caption>
 * <tr><th>option</th><th>default</th></tr>
 * <tr><td>{@link #name}</td><td>{@code memory}</td></tr>
 * <tr><td>{@link #workerId}</td><td>random</td></tr>
 * <tr><td>{@link #lease}</td><td>30 seconds</td></tr>
 * <tr><td>{@link #order}</td><td>{@link Order#FIFO}</td></tr>
 * <tr><td>{@link #maxInFlight}</td><td>1</td></tr>
 * <tr><td>{@link #clock(Clock)}</td><td>the system's, taken once and carried on monotonically</td></tr>
 * </table>
 *
 * <p>Not thread-safe.
 */
public final class InMemoryJobQueueBuilder {
  private static final Duration DEFAULT_LEASE = Duration.ofSeconds(30);

  private @Nullable String name;
  private @Nullable String workerId;
  private @Nullable Duration lease;
  private @Nullable Order order;
  private @Nullable Integer maxInFlight;
  private @Nullable Clock clock;
  private Consumer<Runnable> onMove = wake -> {};

  InMemoryJobQueueBuilder() {}

  /** The queue's name, for people. */
  public InMemoryJobQueueBuilder name(String value) {
    refuseTwice("name", name);
    name = named("name", value);
    return this;
  }

  /** The identity of the first worker. */
  public InMemoryJobQueueBuilder workerId(String value) {
    refuseTwice("worker id", workerId);
    workerId = named("worker id", value);
    return this;
  }

  /** How long a lease is, from its grant and from each renewal; more than zero. */
  public InMemoryJobQueueBuilder lease(Duration value) {
    refuseTwice("lease", lease);
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException("lease is " + value + "; give more than zero");
    }
    lease = value;
    return this;
  }

  /** Which end the claims come from. */
  public InMemoryJobQueueBuilder order(Order value) {
    refuseTwice("order", order);
    order = value;
    return this;
  }

  /** How many jobs may be in flight at once; with more than one, their order is not kept. */
  public InMemoryJobQueueBuilder maxInFlight(int value) {
    refuseTwice("maxInFlight", maxInFlight);
    if (value < 1) {
      throw new IllegalArgumentException("maxInFlight is " + value + "; give one or more");
    }
    maxInFlight = value;
    return this;
  }

  /** The clock of leases, backoffs and timeouts, one that runs by itself. */
  public InMemoryJobQueueBuilder clock(Clock value) {
    return clock(value, wake -> {});
  }

  /**
   * The clock of leases, backoffs and timeouts, one that does not run by itself.
   *
   * @param onMove is called once, with what is to be run whenever the clock was moved
   */
  public InMemoryJobQueueBuilder clock(Clock value, Consumer<Runnable> onMove) {
    refuseTwice("clock", clock);
    clock = value;
    this.onMove = onMove;
    return this;
  }

  /** A connection to a new, empty queue. */
  public InMemoryJobQueue build() {
    QueueContents contents =
        new QueueContents(
            order == null ? Order.FIFO : order, maxInFlight == null ? 1 : maxInFlight);
    SharedQueue shared =
        new SharedQueue(
            name == null ? "memory" : name,
            lease == null ? DEFAULT_LEASE : lease,
            clock == null ? new MonotonicClock() : clock,
            contents);
    onMove.accept(shared::wakeAll);
    return new InMemoryJobQueue(shared, workerId == null ? UUID.randomUUID().toString() : workerId);
  }

  static String named(String option, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(option + " is blank; give a name");
    }
    return value;
  }

  private static void refuseTwice(String option, @Nullable Object before) {
    if (before != null) {
      throw new IllegalStateException(option + " was given before: " + before + "; give it once");
    }
  }
}
