package io.github.warmbatch.redis;

import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.DeadLetters;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.Order;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.QueueStats;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.redisson.api.RedissonClient;

/**
 * A queue in Redis 6.2 or newer, or Valkey. Its intake is the plain list of its name, so {@code
 * RPUSH datasets a b c} submits and {@code LLEN datasets} is the backlog: an entry stays in the
 * list until it is completed or buried, and a claim only lays a lease on it. All else lives in keys
 * named <code>{datasets}:…</code>; were they lost, no job would be.
 *
 * <p>Entries are bytes. Of one longer than 65,536 bytes a job's payload shows that many. There are
 * at most 10,000 dead letters: at that limit {@code bury} throws a {@link
 * io.github.warmbatch.queue.QueueRefusedException}, and the job stays in the queue. Repeated
 * endings of a lease are recognised among the last 1,000 endings of all workers, and superseded
 * processes among the 1,000 workers seen last.
 *
 * <p>While Redis is at its memory limit the queue takes no new entries, but can be worked off.
 */
public final class RedissonJobQueue implements JobQueue {
  private final Connection connection;
  private final Submission submission;
  private final ClaimDesk desk;
  private final EntryWaiter waiter;
  private final DeadLetters deadLetters;
  private final Leftovers leftovers;
  private final Runnable disconnect;

  RedissonJobQueue(RedissonClient client, Connection connection, Terms terms) {
    this.connection = connection;
    this.submission = new Submission(connection.scripts());
    this.desk = new ClaimDesk(connection, terms.order(), terms.maxInFlight());
    this.waiter = new EntryWaiter(client, connection.name(), terms.order());
    this.deadLetters = new RedissonDeadLetters(connection.scripts(), terms.order());
    this.leftovers = new Leftovers(connection.scripts(), name() + ":processing", terms.order());
    this.disconnect = terms.ownsClient() ? () -> client.shutdown(0, 1, TimeUnit.SECONDS) : () -> {};
  }

  /**
   * How a queue is opened.
   *
   * @param order which end the claims come from
   * @param maxInFlight how many jobs may be in flight
   * @param ownsClient whether closing the queue shuts the client down
   */
  record Terms(Order order, int maxInFlight, boolean ownsClient) {}

  /**
   * Opens a queue with the defaults of {@link #builder}.
   *
   * @param redis such as {@code redis://host:6379}, see {@link RedissonJobQueueBuilder#redis}
   * @param name the list's key
   * @throws io.github.warmbatch.queue.QueueException when Redis cannot be reached or refuses
   * @throws IllegalArgumentException when the address or the name cannot be used
   */
  public static RedissonJobQueue connect(URI redis, String name) {
    return builder().redis(redis).name(name).connect();
  }

  /** Options, and how to open a queue with them. */
  public static RedissonJobQueueBuilder builder() {
    return new RedissonJobQueueBuilder();
  }

  @Override
  public String name() {
    return connection.name();
  }

  /** Who works over this connection: the id that was given, or the one made up for it. */
  public String workerId() {
    return connection.identity().worker();
  }

  @Override
  public void submit(List<Payload> entries) {
    submission.submit(entries);
  }

  @Override
  public Claim claim(Duration timeout) throws InterruptedException {
    if (timeout.isNegative()) {
      throw new IllegalArgumentException(
          "The timeout of a claim is %s and must not be negative.".formatted(timeout));
    }
    long begun = System.nanoTime();
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException("Interrupted while claiming from the queue " + name());
      }
      Claim claim = desk.ask();
      Duration left = timeout.minusNanos(System.nanoTime() - begun);
      if (claim instanceof Claim.Granted || left.isNegative() || left.isZero()) {
        return claim;
      }
      if (claim instanceof Claim.Wait wait) {
        waiter.awaitTurn(wait.hint(), left);
      } else {
        waiter.awaitEntry(left);
      }
    }
  }

  /** In one round trip, whatever the length of the queue. */
  @Override
  public Claim completeAndClaim(Lease lease) throws InterruptedException {
    return lease instanceof RedissonLease own && own.isOf(connection)
        ? desk.askCompleting(own)
        : JobQueue.super.completeAndClaim(lease);
  }

  /**
   * Takes back what a worker of the older scheme left in the list of this name with {@code
   * :processing} behind it, where {@code BRPOPLPUSH} puts what is being worked on. The entries go
   * to where the next claim looks; of these the one that was taken first is claimed first. Whatever
   * interrupts it, each entry stays in one of the two lists, and another call goes on.
   *
   * <p>Only for when no worker of the older scheme runs: what it has in hand would be done twice.
   *
   * @param adopted is told of each entry once it is back, the last taken first
   * @throws io.github.warmbatch.queue.QueueException when the queue cannot be reached
   * @throws io.github.warmbatch.queue.QueueRefusedException in a cluster where the two lists are in
   *     different slots; nothing is changed
   */
  public void adoptProcessing(Consumer<Payload> adopted) {
    leftovers.adopt(adopted);
  }

  @Override
  public QueueStats stats() {
    ScriptReply reply = connection.scripts().run(Script.STATS);
    return new QueueStats(reply.number(0), reply.number(1), reply.number(2), reply.number(3));
  }

  @Override
  public DeadLetters deadLetters() {
    connection.scripts().requireOpen();
    return deadLetters;
  }

  @Override
  public void close() {
    if (connection.scripts().close()) {
      // The waiting command first: a shutdown would otherwise wait for it.
      waiter.close();
      disconnect.run();
    }
  }

  @Override
  public String toString() {
    return "RedissonJobQueue[%s as %s]".formatted(name(), workerId());
  }
}
