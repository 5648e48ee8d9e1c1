package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a data set will still take, by what earlier ones took. */
class JobTimerTest {
  private long now;
  private final JobTimer timer = new JobTimer(() -> now);

  private void pass(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }

  private void learned(int seconds, long bytes) {
    timer.begun(bytes);
    pass(seconds);
    timer.done();
  }

  @Test
  void nothingIsKnownBeforeTheFirstIsDone() {
    assertThat(timer.left()).isEmpty();
    timer.begun(100);
    assertThat(timer.left()).isEmpty();
  }

  @Test
  void theSlowestOfTheLastOnesIsWhatToReckonWith() {
    learned(10, 100);
    learned(4, 100);
    timer.begun(100);
    pass(1);

    assertThat(timer.left()).contains(Duration.ofSeconds(9));
  }

  @Test
  void aLargerFileTakesLongerAndASmallerOneNoLess() {
    learned(10, 100);
    timer.begun(300);
    assertThat(timer.left()).contains(Duration.ofSeconds(30));

    timer.begun(1);
    assertThat(timer.left()).contains(Duration.ofSeconds(10));
  }

  @Test
  void whatWasSlowLongAgoIsForgotten() {
    learned(1000, 100);
    for (int i = 0; i < 5; i++) {
      learned(2, 100);
    }
    timer.begun(100);

    assertThat(timer.left()).contains(Duration.ofSeconds(2));
  }

  @Test
  void oneThatTakesLongerThanAllMayBeDoneAnyMoment() {
    learned(10, 100);
    timer.begun(100);
    pass(60);

    assertThat(timer.left()).contains(Duration.ZERO);
  }

  @Test
  void whatWasGivenUpOrGivenBackIsNotInHand() {
    learned(10, 100);
    timer.begun(100);
    timer.over();

    assertThat(timer.left()).isEmpty();
  }
}
