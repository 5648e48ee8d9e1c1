package io.github.warmbatch.simulation;

import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.DeadLetters;
import io.github.warmbatch.queue.InMemoryJobQueue;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.QueueStats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One process's connection to the queue, over the simulated wire and in the simulated time. */
final class SimulatedQueue implements JobQueue {
  private final World world;
  private final SimulatedProcess process;
  private final InMemoryJobQueue connection;
  private final QueueCalls calls;

  SimulatedQueue(World world, SimulatedProcess process) {
    this.world = world;
    this.process = process;
    this.connection = world.queue.connectAs(process.identity);
    this.calls = new QueueCalls(world, process);
  }

  @Override
  public String name() {
    return connection.name();
  }

  @Override
  public void submit(List<Payload> entries) {
    throw new UnsupportedOperationException("A worker submits nothing");
  }

  @Override
  public Claim claim(Duration timeout) {
    Instant deadline = world.time.now().plus(timeout);
    while (true) {
      Claim claim = wrapped(calls.call("claim", null, this::claimNow));
      if (claim instanceof Claim.Granted) {
        return claim;
      }
      if (!world.time.now().isBefore(deadline)) {
        return claim;
      }
      sleepUntilItMayHelp(claim, deadline);
    }
  }

  /** One call: nobody has a turn between its two parts. */
  @Override
  public Claim completeAndClaim(Lease lease) {
    Lease inner = ((SimulatedLease) lease).inner();
    return wrapped(
        calls.call(
            "complete and claim",
            lease,
            () -> {
              inner.complete();
              world.queueTouched();
              return claimNow();
            }));
  }

  private Claim wrapped(Claim claim) {
    return claim instanceof Claim.Granted granted
        ? new Claim.Granted(new SimulatedLease(granted.lease(), calls))
        : claim;
  }

  private void sleepUntilItMayHelp(Claim claim, Instant deadline) {
    Instant until = deadline;
    if (claim instanceof Claim.Wait wait && world.time.now().plus(wait.hint()).isBefore(deadline)) {
      until = world.time.now().plus(wait.hint());
    }
    long before = world.queueChanges();
    process.sleep(until, () -> world.queueChanges() != before);
  }

  private Claim claimNow() {
    process.testimony.claims(world.hasNothingLeft());
    try {
      return connection.claim(Duration.ZERO);
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts a simulated process", e);
    }
  }

  @Override
  public QueueStats stats() {
    return calls.call("stats", null, connection::stats);
  }

  @Override
  public DeadLetters deadLetters() {
    throw new UnsupportedOperationException("A worker does not look at dead letters");
  }

  @Override
  public void close() {
    connection.close();
  }
}
