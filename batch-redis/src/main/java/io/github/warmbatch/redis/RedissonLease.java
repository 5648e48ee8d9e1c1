package io.github.warmbatch.redis;

import io.github.warmbatch.queue.DeadLetter;
import io.github.warmbatch.queue.Job;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.LeaseLostException;
import io.github.warmbatch.queue.QueueRefusedException;
import java.time.Duration;

/** A lease kept in Redis under a token that its owner alone knows. */
final class RedissonLease implements Lease {
  /** Beyond this a number of microseconds would lose its last digits in Lua. */
  private static final Duration LONGEST_REST = Duration.ofDays(3_650);

  private final Connection connection;
  private final Job job;
  private final String token;
  private final long fence;
  private volatile long end;

  /** For good, so that the answer of a renewal sent before cannot take it back. */
  private volatile boolean over;

  RedissonLease(Connection connection, Job job, String token, long fence, long end) {
    this.connection = connection;
    this.job = job;
    this.token = token;
    this.fence = fence;
    this.end = end;
  }

  @Override
  public Job job() {
    return job;
  }

  @Override
  public long fencingToken() {
    return fence;
  }

  @Override
  public Duration remaining() {
    return over ? Duration.ZERO : Duration.ofNanos(end - System.nanoTime());
  }

  @Override
  public void renew() {
    long sent = System.nanoTime();
    change(Script.RENEW, Connection.micros(connection.lease()));
    end = sent + connection.lease().toNanos();
  }

  @Override
  public void complete() {
    end(Script.COMPLETE);
  }

  @Override
  public void release() {
    end(Script.RELEASE);
  }

  @Override
  public void fail(String reason, Duration backoff) {
    Duration rest = backoff.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : backoff;
    end(Script.FAIL, DeadLetter.shortened(reason), Math.max(0, Connection.micros(rest)));
  }

  @Override
  public void bury(String reason) {
    end(Script.BURY, DeadLetter.shortened(reason), RedissonDeadLetters.LIMIT);
  }

  private void end(Script script, Object... more) {
    change(script, more);
    over = true;
  }

  private void change(Script script, Object... more) {
    switch (connection.run(script, signed(more)).word()) {
      case "done" -> {}
      case "superseded" -> throw connection.superseded();
      case "full" -> throw full();
      default -> throw lost();
    }
  }

  /** Whether this connection granted it. */
  boolean isOf(Connection granting) {
    return connection.equals(granting);
  }

  /** The arguments behind those that prove who holds it. */
  Object[] signed(Object... arguments) {
    Object[] signed = new Object[arguments.length + 2];
    signed[0] = job.id();
    signed[1] = token;
    System.arraycopy(arguments, 0, signed, 2, arguments.length);
    return signed;
  }

  /** Notes that its job was completed. */
  void completed() {
    over = true;
  }

  LeaseLostException lost() {
    return new LeaseLostException(
        "The lease on job %s of the queue '%s' is over: it ended, or another worker has the job now. Drop the work."
            .formatted(job.id(), connection.name()));
  }

  private QueueRefusedException full() {
    return new QueueRefusedException(
        "The queue '%s' holds %d dead letters and takes no more, so job %s stays where it is. Look at them with 'warmbatch dead-letters list', then 'drop' or 'requeue' some, and start again."
            .formatted(connection.name(), RedissonDeadLetters.LIMIT, job.id()));
  }
}
