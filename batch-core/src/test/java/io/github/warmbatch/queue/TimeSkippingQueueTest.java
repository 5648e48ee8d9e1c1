package io.github.warmbatch.queue;

import static io.github.warmbatch.queue.Claims.granted;
import static io.github.warmbatch.queue.QueueBench.submit;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeSkippingQueueTest {
  private static final Instant START = Instant.parse("2018-04-01T00:00:00Z");

  private final ManualClock clock = new ManualClock(START);
  private final JobQueue queue =
      new TimeSkippingQueue(InMemoryJobQueue.builder().clock(clock, clock::onMove).build(), clock);

  @Test
  void aJobThatIsThereTakesNoTime() throws Exception {
    submit(queue, "one");
    granted(queue.claim(Duration.ofSeconds(10)));
    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void aBackoffIsSkippedToItsEnd() throws Exception {
    submit(queue, "one");
    granted(queue).fail("broken", Duration.ofSeconds(7));
    Lease again = granted(queue.claim(Duration.ofSeconds(10)));
    assertThat(again.job().attempts().failures()).isEqualTo(1);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(7));
  }

  @Test
  void theTimeoutIsSkippedWhereNothingComes() throws Exception {
    submit(queue, "one");
    granted(queue).fail("broken", Duration.ofSeconds(20));
    Claim claim = queue.claim(Duration.ofSeconds(10));
    assertThat(claim).isEqualTo(new Claim.Wait(Duration.ofSeconds(10)));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(10));
  }

  @Test
  void drainedTakesTheWholeTimeout() throws Exception {
    assertThat(queue.claim(Duration.ofSeconds(10))).isInstanceOf(Claim.Drained.class);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(10));
  }
}
