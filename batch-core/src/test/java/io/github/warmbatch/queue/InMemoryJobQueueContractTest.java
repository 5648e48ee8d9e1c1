package io.github.warmbatch.queue;

import io.github.warmbatch.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The queue in memory keeps the contract, with a clock moved by hand. */
class InMemoryJobQueueContractTest extends JobQueueContract {
  private final ManualClock clock = new ManualClock();
  private final List<JobQueue> opened = new ArrayList<>();
  private @Nullable InMemoryJobQueue first;

  @AfterEach
  void closeAll() {
    opened.forEach(JobQueue::close);
  }

  @Override
  public JobQueue connect(String workerId, Terms terms) {
    JobQueue queue = first == null ? open(workerId, terms) : first.connectAs(workerId);
    opened.add(queue);
    return queue;
  }

  @Override
  public void advance(Duration time) {
    clock.advance(time);
  }

  @Override
  public void pushUrgent(Payload entry) {
    if (first == null) {
      throw new IllegalStateException("connect first");
    }
    first.connectAs("urgent").submitUrgent(entry);
  }

  @Override
  public Duration shortLease() {
    return Duration.ofSeconds(5);
  }

  private InMemoryJobQueue open(String workerId, Terms terms) {
    InMemoryJobQueue queue =
        InMemoryJobQueue.builder()
            .name("datasets")
            .workerId(workerId)
            .order(terms.order())
            .maxInFlight(terms.maxInFlight())
            .lease(terms.lease())
            .clock(clock, clock::onMove)
            .build();
    first = queue;
    return queue;
  }
}
