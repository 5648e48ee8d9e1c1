package io.github.warmbatch.queue;

import static io.github.warmbatch.queue.Background.waitingClaim;
import static io.github.warmbatch.queue.Claims.granted;
import static io.github.warmbatch.queue.Claims.putOff;
import static io.github.warmbatch.queue.Claims.workedOff;
import static io.github.warmbatch.queue.QueueBench.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.testkit.ManualClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the queue in memory does beyond its contract. */
class InMemoryJobQueueTest {
  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);
  private static final Instant START = Instant.parse("2018-04-01T00:00:00Z");

  private final ManualClock clock = new ManualClock(START);
  private final InMemoryJobQueue queue =
      InMemoryJobQueue.builder().workerId("a").clock(clock, clock::onMove).build();

  @Test
  void itIsReadyWithoutAnyOption() throws Exception {
    try (InMemoryJobQueue plain = InMemoryJobQueue.builder().build()) {
      submit(plain, "one", "two");
      Lease lease = granted(plain);
      assertThat(plain.name()).isEqualTo("memory");
      assertThat(lease.remaining()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(30));
      assertThat(putOff(plain.connectAs("b"))).isPositive();
      lease.release();
      assertThat(workedOff(plain)).containsExactly("one", "two");
    }
  }

  @Test
  void byASystemClockALeaseEndsByItself() throws Exception {
    InMemoryJobQueue quick = InMemoryJobQueue.builder().lease(Duration.ofMillis(20)).build();
    submit(quick, "one");
    Lease lease = granted(quick);
    Lease again = granted(quick.connectAs("b").claim(Duration.ofMinutes(1)));
    assertThat(again.job().id()).isEqualTo(lease.job().id());
    assertThat(lease.remaining()).isLessThanOrEqualTo(Duration.ZERO);
  }

  @Test
  void aWaitingClaimOfTheOlderProcessLearnsThatItWasSuperseded() throws Exception {
    Background<Claim> older = waitingClaim(queue);
    assertThat(queue.connectAs("a").claim(Duration.ZERO)).isInstanceOf(Claim.Drained.class);
    assertThatThrownBy(older::result)
        .isInstanceOf(SupersededException.class)
        .hasMessageContaining("Worker a of queue memory");
  }

  @Test
  void theHintIsTheEndOfTheLeaseOrBackoff() throws Exception {
    submit(queue, "one");
    Lease lease = granted(queue);
    clock.advance(Duration.ofSeconds(10));
    assertThat(putOff(queue)).isEqualTo(Duration.ofSeconds(20));
    lease.fail("broken", Duration.ofSeconds(5));
    assertThat(putOff(queue)).isEqualTo(Duration.ofSeconds(5));
    assertThat(lease.remaining()).isZero();
  }

  @Test
  void timesBeyondAllBoundsAreForEver() throws Exception {
    submit(queue, "one");
    granted(queue).fail("broken", FOREVER);
    Background<Claim> claim = Background.start(() -> queue.claim(FOREVER));
    claim.awaitWaiting();
    clock.advance(Duration.ofDays(36_500));
    assertThat(granted(claim.result()).job().attempts().failures()).isEqualTo(1);
  }

  @Test
  void aNegativeBackoffIsNone() throws Exception {
    submit(queue, "one");
    granted(queue).fail("broken", Duration.ofSeconds(-1));
    assertThat(granted(queue).job().attempts().failures()).isEqualTo(1);
  }

  @Test
  void deadLettersAreDatedByTheQueuesClock() throws Exception {
    submit(queue, "one");
    Lease lease = granted(queue);
    clock.advance(Duration.ofSeconds(3));
    lease.bury("no use");
    DeadLetter letter = queue.deadLetters().list(1).get(0);
    assertThat(letter.begunAt()).isEqualTo(START);
    assertThat(letter.buriedAt()).isEqualTo(START.plusSeconds(3));
  }

  @Test
  void aWorkerThatHeldSeveralTakesThemAllBack() throws Exception {
    InMemoryJobQueue wide =
        InMemoryJobQueue.builder().workerId("a").maxInFlight(2).clock(clock, clock::onMove).build();
    submit(wide, "one", "two", "three");
    granted(wide);
    granted(wide);
    InMemoryJobQueue again = wide.connectAs("a");
    assertThat(List.of(granted(again), granted(again)))
        .extracting(lease -> lease.job().payload().text())
        .containsExactly("one", "two");
    assertThat(putOff(again)).isPositive();
  }

  @Test
  void aLostLeaseNamesTheJobTheQueueAndTheWayOut() throws Exception {
    submit(queue, "datasets/one.pkl");
    Lease lease = granted(queue);
    clock.advance(Duration.ofSeconds(30));
    assertThatThrownBy(lease::complete)
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining(lease.job().id())
        .hasMessageContaining("datasets/one.pkl")
        .hasMessageContaining("queue memory")
        .hasMessageContaining("claim again");
  }

  @Test
  void aClosedConnectionNamesTheWayOutAndOthersGoOn() {
    queue.close();
    assertThatThrownBy(queue::stats)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("connectAs");
    assertThat(queue.connectAs("b").stats().queued()).isZero();
  }

  @Test
  void wrongOptionsAreRefusedAtTheCall() {
    InMemoryJobQueueBuilder builder = InMemoryJobQueue.builder();
    assertThatThrownBy(() -> builder.name(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name is blank");
    assertThatThrownBy(() -> builder.workerId(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("worker id is blank");
    assertThatThrownBy(() -> builder.lease(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lease is PT0S");
    assertThatThrownBy(() -> builder.maxInFlight(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxInFlight is 0");
    assertThatThrownBy(() -> queue.connectAs(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("worker id is blank");
  }

  @Test
  void anOptionGivenTwiceIsRefused() {
    InMemoryJobQueueBuilder builder =
        InMemoryJobQueue.builder()
            .name("x")
            .workerId("a")
            .lease(Duration.ofSeconds(1))
            .order(Order.LIFO)
            .maxInFlight(2)
            .clock(clock);
    assertThatThrownBy(() -> builder.name("y"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("name was given before: x");
    assertThatThrownBy(() -> builder.workerId("b")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> builder.lease(Duration.ofSeconds(2)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> builder.order(Order.FIFO)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> builder.maxInFlight(1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> builder.clock(Clock.systemUTC()))
        .isInstanceOf(IllegalStateException.class);
  }
}
