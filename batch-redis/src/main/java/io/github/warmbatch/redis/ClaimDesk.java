package io.github.warmbatch.redis;

import io.github.warmbatch.queue.Attempts;
import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.Job;
import io.github.warmbatch.queue.Order;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.QueueException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for leases, once each time. Safe for use from many threads. */
final class ClaimDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ClaimDesk.class);

  /** How long an interrupted thread stays to take its request back. */
  private static final Duration GOODBYE = Duration.ofMillis(500);

  private final Connection connection;
  private final Order order;
  private final int maxInFlight;
  private final ClaimRequest.Book requests = new ClaimRequest.Book();

  ClaimDesk(Connection connection, Order order, int maxInFlight) {
    this.connection = connection;
    this.order = order;
    this.maxInFlight = maxInFlight;
  }

  /** What the queue has to say now. */
  Claim ask() throws InterruptedException {
    while (true) {
      ClaimRequest request = requests.take();
      long sent = System.nanoTime();
      ScriptReply reply = send(request);
      if (!reply.word().equals("stale")) {
        return claim(request, reply, sent);
      }
      // Another request overtook this one, so it is used up.
    }
  }

  /**
   * Completes a job, and says what the queue has to say then. The answer is waited for also when
   * the thread is interrupted, since it says what became of the job; then a lease is given back.
   */
  Claim askCompleting(RedissonLease lease) throws InterruptedException {
    ClaimRequest request = requests.take();
    long sent = System.nanoTime();
    ScriptReply reply = send(request, lease);
    if (reply.word().equals("lost")) {
      requests.keep(request);
      throw lease.lost();
    }
    if (!reply.word().equals("superseded")) {
      lease.completed();
    }
    if (Thread.interrupted()) {
      withdraw(request);
      throw new InterruptedException("Interrupted while claiming from " + connection.name());
    }
    return reply.word().equals("stale") ? ask() : claim(request, reply, sent);
  }

  private Claim claim(ClaimRequest request, ScriptReply reply, long sent) {
    return switch (reply.word()) {
      case "granted" -> new Claim.Granted(lease(request, reply, sent));
      case "wait" -> {
        requests.keep(request);
        yield new Claim.Wait(Duration.of(reply.number(1), ChronoUnit.MICROS));
      }
      case "drained" -> {
        requests.keep(request);
        yield new Claim.Drained();
      }
      default -> throw connection.superseded();
    };
  }

  private ScriptReply send(ClaimRequest request) throws InterruptedException {
    try {
      return connection.scripts().runInterruptibly(Script.CLAIM, connection.signed(terms(request)));
    } catch (QueueException e) {
      requests.keep(request);
      throw e;
    } catch (InterruptedException e) {
      withdraw(request);
      throw e;
    }
  }

  private ScriptReply send(ClaimRequest request, RedissonLease completed) {
    try {
      return connection.run(Script.COMPLETE_AND_CLAIM, completed.signed(terms(request)));
    } catch (QueueException e) {
      requests.keep(request);
      throw e;
    }
  }

  private Object[] terms(ClaimRequest request) {
    return new Object[] {
      request.number(),
      request.token(),
      request.jobId(),
      Connection.micros(connection.lease()),
      maxInFlight,
      order == Order.FIFO ? "L" : "R"
    };
  }

  private RedissonLease lease(ClaimRequest request, ScriptReply reply, long sent) {
    Job job =
        new Job(
            reply.text(1),
            Payload.of(reply.bytes(2)),
            new Attempts(reply.count(3), reply.count(4), reply.count(5)));
    // A request that was repeated may have been granted a while ago; the server says what is left.
    long end = sent + TimeUnit.MICROSECONDS.toNanos(reply.number(7));
    return new RedissonLease(connection, job, request.token(), reply.number(6), end);
  }

  /** The answer is not waited for, but the server may have granted it, or may do so yet. */
  private void withdraw(ClaimRequest request) {
    CompletableFuture<ScriptReply> withdrawal =
        connection
            .scripts()
            .send(Script.WITHDRAW, connection.signed(request.number(), request.token()));
    try {
      withdrawal.get(GOODBYE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      LOG.warn(
          "An interrupted claim on the queue '{}' could not be taken back; if it was granted, its lease of {} runs out by itself.",
          connection.name(),
          connection.lease());
    }
  }
}
