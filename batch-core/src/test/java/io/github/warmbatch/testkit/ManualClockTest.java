package io.github.warmbatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualClockTest {
  private static final Instant START = Instant.parse("2018-04-01T00:00:00Z");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final ManualClock clock = new ManualClock(START);

  @Test
  void itStandsUntilItIsMoved() {
    assertThat(clock.instant()).isEqualTo(START);
    clock.advance(Duration.ofSeconds(90));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(90));
  }

  @Test
  void whoeverListensHearsOfAMoveAfterIt() {
    List<Instant> heard = new ArrayList<>();
    clock.onMove(() -> heard.add(clock.instant()));
    clock.advance(Duration.ofSeconds(1));
    clock.advance(Duration.ofSeconds(2));
    assertThat(heard).containsExactly(START.plusSeconds(1), START.plusSeconds(3));
  }

  @Test
  void aViewInAnotherZoneMovesWithIt() {
    ManualClock tokyo = clock.withZone(TOKYO);
    clock.advance(Duration.ofSeconds(1));
    assertThat(tokyo.instant()).isEqualTo(START.plusSeconds(1));
    assertThat(tokyo.getZone()).isEqualTo(TOKYO);
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void timeDoesNotRunBack() {
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT-1S");
  }

  @Test
  void movesOfManyThreadsAddUp() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int step = 0; step < 1000; step++) {
                  clock.advance(Duration.ofMillis(1));
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(4));
  }
}
